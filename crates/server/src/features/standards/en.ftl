# Standards
