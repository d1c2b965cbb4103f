#!/usr/bin/env python3
"""Prints the vectors that SecretCipherTests compares with, made without .NET: hashlib derives, OpenSSL encrypts.

The format is NUKE's: PBKDF2-HMAC-SHA256 of the UTF-8 password, 10,000 rounds and a constant salt; 32 bytes of it are the key and the next 16
the initialisation vector of AES-256-CBC with PKCS#7 padding; "v1:" and base64.
"""
import base64
import hashlib
import subprocess

SALT = bytes.fromhex("4976616e204d65647665646576")


def encrypt(password: str, text: str) -> str:
    derived = hashlib.pbkdf2_hmac("sha256", password.encode(), SALT, 10_000, 48)
    command = ["openssl", "enc", "-aes-256-cbc", "-K", derived[:32].hex(), "-iv", derived[32:].hex()]
    return "v1:" + base64.b64encode(subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout).decode()


for password, text in [
    ("correct horse", "sesame-open"),
    ("pässwörd ✓ 10", "Schlüssel: ключ"),
    ("0123456789", "exactly 16 bytes"),
    ("0123456789", ""),
]:
    print(f"{password!r} {text!r} {encrypt(password, text)}")
