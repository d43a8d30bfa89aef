#!/usr/bin/env python3
"""Makes the signed files beside it: python3 make.py (needs openssl). Every name is invented; the
private keys live in a folder that goes when the script ends."""

import os
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOM = 12000  # hexadecimal digits kept for a message
NAMES = {
    "root": "/C=VN/O=Cơ quan chứng thực thử/CN=Gốc thử",
    "authority": "/C=VN/O=Cơ quan chứng thực thử/CN=Chứng thực thử",
    "chairman": "/C=VN/O=Ủy ban nhân dân xã thử/CN=Lương Đức Khải",
    "clerk": "/C=VN/CN=Văn thư thử",
    "stranger": "/C=VN/CN=Gốc lạ",
}
AUTHORITY = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n"
PERSON = "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n"


def run(*words):
    subprocess.run(["openssl", *words], check=True, capture_output=True)


def certificate(name, issuer, kind, extensions, days="9000"):
    """A key and a certificate `name`, signed by `issuer` (by itself where they are the same)."""
    make = {"rsa": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
            "ec": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
            "ec384": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]}[kind]
    run("genpkey", *make, "-out", f"{name}.key")
    run("req", "-new", "-utf8", "-key", f"{name}.key", "-subj", NAMES[name], "-out", f"{name}.csr")
    with open(f"{name}.ext", "w") as file:
        file.write(extensions + "subjectKeyIdentifier=hash\n")
    by = ["-signkey", f"{name}.key"] if name == issuer else [
        "-CA", f"{issuer}.pem", "-CAkey", f"{issuer}.key", "-CAcreateserial"]
    run("x509", "-req", "-sha256", "-days", days, "-in", f"{name}.csr", *by,
        "-extfile", f"{name}.ext", "-out", f"{name}.pem")


def plain():
    """A sheet with nothing on it."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"]
    return with_objects(b"%PDF-1.7\n", {n: body for n, body in enumerate(objects, 1)}, 4, None)


def with_objects(before, objects, size, previous):
    """A file that goes on with these objects and their table."""
    text, places = before, {}
    for number, body in objects.items():
        places[number] = len(text)
        text += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(text)
    text += b"xref\n"
    if previous is None:
        text += b"0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        text += b"%d 1\n%010d 00000 n \n" % (number, place)
    back = b"" if previous is None else b" /Prev %d" % previous
    text += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (size, back, table)
    return text


def signed(before, first, fields, who, *options, time=None):
    """The file with one more signature; its objects are numbered from `first`."""
    field, value = first, first + 1
    named = b"".join(b"%d 0 R " % number for number in [*fields, field])
    when = b"" if time is None else b" /M (%s)" % time
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [%s] >> >>" % named,
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [%s] >>" % named,
        field: b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (S%d) /V %d 0 R /Rect [0 0 0 0]"
               b" /P 3 0 R /F 132 >>" % (field, value),
        value: b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached"
               b" /ByteRange [0 %s] /Contents <%s>%s >>" % (b"*" * 32, b"0" * ROOM, when),
    }
    previous = int(before.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    text = with_objects(before, objects, value + 1, previous)
    start = text.index(b"<" + b"0" * ROOM + b">")
    end = start + ROOM + 2
    numbers = b"%d %d %d" % (start, end, len(text) - end)
    text = text.replace(b"*" * 32, numbers.ljust(32))
    with open("covered", "wb") as file:
        file.write(text[:start] + text[end:])
    run("cms", "-sign", "-binary", "-in", "covered", "-signer", f"{who}.pem", "-inkey", f"{who}.key",
        "-outform", "DER", "-out", "message", *(options or ("-md", "sha256")))
    with open("message", "rb") as file:
        digits = file.read().hex().encode().ljust(ROOM, b"0")
    return text[:start] + b"<" + digits + b">" + text[end:]


def keep(name, content):
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(content)


def main():
    certificate("root", "root", "rsa", AUTHORITY)
    certificate("authority", "root", "rsa", AUTHORITY)
    certificate("chairman", "authority", "rsa", PERSON)
    certificate("clerk", "authority", "ec", PERSON)
    certificate("stranger", "stranger", "ec384", AUTHORITY)
    for root in ["root", "stranger"]:
        with open(f"{root}.pem", "rb") as file:
            keep(f"{root}.pem", file.read())
    along = ("-certfile", "authority.pem")
    sheet = plain()
    keep("plain.pdf", sheet)
    one = signed(sheet, 4, [], "chairman", "-md", "sha256", *along)
    keep("rsa.pdf", one)
    keep("two.pdf", signed(one, 6, [4], "clerk", "-md", "sha384", *along))
    pss = ("-md", "sha512", "-keyopt", "rsa_padding_mode:pss", *along)
    keep("pss.pdf", signed(sheet, 4, [], "chairman", *pss))
    late = b"D:20261127150000+07'00'"
    bare = ("-md", "sha256", "-noattr", *along)
    keep("without-attributes.pdf", signed(sheet, 4, [], "clerk", *bare, time=late))
    keep("p384.pdf", signed(sheet, 4, [], "stranger", "-md", "sha384"))
    keep("sha1.pdf", signed(sheet, 4, [], "chairman", "-md", "sha1", *along))
    keep("without-certificate.pdf", signed(sheet, 4, [], "chairman", "-md", "sha256", "-nocerts"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        main()
