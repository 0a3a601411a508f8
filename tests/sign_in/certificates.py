"""Certificates made for a test, and an Apache that wants them."""

import os
import subprocess
import time
import urllib.error
import urllib.request

from worlds import free_port

MODULES = ("mpm_event authn_core authn_file authz_core authz_user auth_digest headers proxy proxy_http ssl "
           "socache_shmcb").split()


def openssl(*words):
    return subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True, timeout=30).stdout.decode()


def self_signed(folder, name, host="localhost"):
    """(certificate, key) of a server, vouched for by nobody."""
    certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
            f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}", "-keyout", key, "-out", certificate)
    return certificate, key


def fingerprint(certificate):
    return openssl("x509", "-in", certificate, "-noout", "-fingerprint", "-sha256").strip().partition("=")[2]


def users_own(folder, authority, authority_key, passphrase):
    """Files of alice's certificate with its key, locked by the passphrase: {"pem": …, "p12": …}."""
    key, request, certificate = folder / "alice.key", folder / "alice.csr", folder / "alice.crt"
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=alice", "-keyout", key,
            "-out", request)
    openssl("x509", "-req", "-in", request, "-CA", authority, "-CAkey", authority_key, "-CAcreateserial", "-days", "2",
            "-out", certificate)
    locked = folder / "alice-locked.key"
    openssl("pkey", "-in", key, "-aes256", "-passout", f"pass:{passphrase}", "-out", locked)
    both, packed = folder / "alice.pem", folder / "alice.p12"
    both.write_text(certificate.read_text() + locked.read_text())
    openssl("pkcs12", "-export", "-in", certificate, "-inkey", key, "-passout", f"pass:{passphrase}", "-out", packed)
    return {"pem": both, "p12": packed}


class Apache:
    """Before a Radicale, where it signs in as alice; `rules` say whom it lets in. Over TLS with `certificate`; `own_authority`
    vouches for certificates of users; `more`: lines of its configuration."""

    def __init__(self, folder, behind, rules, certificate=None, own_authority=None, more=()):
        self.port = free_port()
        self.url = f"{'https' if certificate else 'http'}://localhost:{self.port}"
        lines = [f"ServerRoot {folder}", f"PidFile {folder}/pid", f"ErrorLog {folder}/errors", "ServerName localhost",
                 f"Listen 127.0.0.1:{self.port}", f"DefaultRuntimeDir {folder}", "StartServers 1", "ThreadsPerChild 8",
                 *(f"LoadModule {one}_module /usr/lib/apache2/modules/mod_{one}.so" for one in MODULES)]
        if os.geteuid() == 0:
            lines += ["User www-data", "Group www-data"]
        if certificate:
            lines += ["SSLEngine on", f"SSLCertificateFile {certificate[0]}", f"SSLCertificateKeyFile {certificate[1]}"]
        if own_authority:
            lines += ["SSLVerifyClient optional", f"SSLCACertificateFile {own_authority}"]
        lines += more
        lines += [f"ProxyPass / http://127.0.0.1:{behind}/", "<Location />", *rules,
                  'RequestHeader set Authorization "Basic YWxpY2U6c2VjcmV0"', "</Location>"]
        (folder / "apache.conf").write_text("\n".join(lines) + "\n")
        self.log = folder / "errors"
        self.running = subprocess.Popen(["/usr/sbin/apache2", "-f", folder / "apache.conf", "-DFOREGROUND"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._wait()

    def _wait(self):
        for _ in range(100):
            try:
                urllib.request.urlopen(self.url, timeout=5).close()
                return
            except urllib.error.HTTPError:
                return
            except urllib.error.URLError as error:
                if "refused" not in str(error.reason):
                    return
            time.sleep(0.1)
        raise AssertionError("Apache does not answer: " + (self.log.read_text() if self.log.exists() else "no log"))

    def stop(self):
        self.running.terminate()
        self.running.wait(20)
