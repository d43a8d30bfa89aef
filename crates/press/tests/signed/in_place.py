#!/usr/bin/env python3
"""Signs `MINUTES.pdf`, minutes that press printed, in its two empty places: python3 in_place.py
MINUTES.pdf (needs openssl and `pip install pyhanko`). pyHanko stands for the offices' signing
programs: it finds the fields and fills them. Every name is invented; the keys go with the script."""

import os
import subprocess
import sys
import tempfile

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

HERE = os.path.dirname(os.path.abspath(__file__))
SIGNERS = {"ChuKy1": "/C=VN/O=Ủy ban nhân dân xã thử/CN=Văn thư thử",
           "ChuKy2": "/C=VN/O=Ủy ban nhân dân xã thử/CN=Lương Đức Khải"}


def signer(name):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-utf8", "-days", "9000",
                    "-keyout", "key.pem", "-out", "own.pem", "-subj", name,
                    "-addext", "keyUsage=critical,digitalSignature,nonRepudiation"],
                   check=True, capture_output=True)
    return signers.SimpleSigner.load("key.pem", "own.pem")


def main():
    before = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for place, name in SIGNERS.items():
            after = os.path.join(folder, f"{place}.pdf")
            with open(before, "rb") as unsigned, open(after, "wb") as out:
                signers.sign_pdf(IncrementalPdfFileWriter(unsigned),
                                 signers.PdfSignatureMetadata(field_name=place), signer=signer(name),
                                 output=out, existing_fields_only=True)
            before = after
        with open(before, "rb") as last, open(os.path.join(HERE, "in-place.pdf"), "wb") as out:
            out.write(last.read())


main()
