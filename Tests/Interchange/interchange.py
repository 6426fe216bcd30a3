"""Tokens of lesson 5 verified by Flask-JWT-Extended, and the other way round: same secret, issuer and audience.

usage: JWT_SECRET=... interchange.py PROGRAM [ARGUMENT ...]    starts PROGRAM and stops it again
"""

import base64
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from datetime import timedelta

from flask import Flask
from flask_jwt_extended import JWTManager, create_access_token, create_refresh_token, get_jwt_identity, jwt_required

SECRET = base64.b64decode(os.environ["JWT_SECRET"])
ANA = {"username": "ana", "password": "a walk along the river at dusk"}
NOBODY = "6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11"


def flask_app(secret=SECRET, name="jwt-workbook"):
    """A Flask application whose one page is for those with a token."""
    app = Flask(__name__)
    app.config.update(
        JWT_SECRET_KEY=secret,
        JWT_ENCODE_ISSUER=name, JWT_DECODE_ISSUER=name,
        JWT_ENCODE_AUDIENCE=name, JWT_DECODE_AUDIENCE=name,
    )
    JWTManager(app)

    @app.get("/who")
    @jwt_required(fresh=True)
    def who():
        return {"id": get_jwt_identity()}

    return app


class Service:
    """The lesson's server, as a process that this script has started."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        start = "listening on "
        line = next((line for line in self.process.stdout if line.startswith(start)), None)
        if line is None:
            sys.exit(f"{command[0]} did not start.")
        self.base = line[len(start):].strip()

    def ask(self, path, body=None, token=None):
        """The status and the JSON object of an answer."""
        request = urllib.request.Request(self.base + path, json.dumps(body).encode() if body else None)
        request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refusal:
            return refusal.code, json.load(refusal)

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


class Tally:
    """Counts what holds, and says so line by line."""

    def __init__(self):
        self.passed = self.failed = 0

    def claim(self, claim, expected, got):
        holds = expected == got
        self.passed += holds
        self.failed += not holds
        print(f"{'✓' if holds else '✗'} {claim}" + ("" if holds else f"\n    expected {expected}\n    got      {got}"))


def ours_there(service, tally):
    """Our access tokens in Flask."""
    user = service.ask("/register", ANA)[1]["id"]
    token = service.ask("/login", ANA)[1]["access_token"]

    def ask(app):
        answer = app.test_client().get("/who", headers={"Authorization": f"Bearer {token}"})
        return answer.status_code, answer.get_json().get("id")

    tally.claim("our token is accepted there, as fresh, and names our user", (200, user), ask(flask_app()))
    tally.claim("not with another secret", (422, None), ask(flask_app(secret=b"another secret" * 3)))
    tally.claim("not for another issuer and audience", (422, None), ask(flask_app(name="another-service")))
    return user


def theirs_here(service, user, tally):
    """Flask's tokens at our /my-info."""

    def ask(make, app=None):
        with (app or flask_app()).app_context():
            status, answer = service.ask("/my-info", token=make())
        return status, answer.get("error", answer.get("username"))

    tally.claim("their token is accepted here", (200, "ana"), ask(lambda: create_access_token(user, fresh=True)))
    tally.claim("so is one that is not fresh", (200, "ana"), ask(lambda: create_access_token(user)))
    tally.claim(
        "so is one with further claims", (200, "ana"),
        ask(lambda: create_access_token(user, additional_claims={"is_admin": True})))
    tally.claim(
        "their expired token is called expired", (401, "token_expired"),
        ask(lambda: create_access_token(user, expires_delta=timedelta(seconds=-1))))
    tally.claim(
        "their refresh token is of the wrong type", (401, "wrong_token_type"), ask(lambda: create_refresh_token(user)))
    tally.claim("a token about nobody is refused", (401, "invalid_token"), ask(lambda: create_access_token(NOBODY)))
    tally.claim(
        "a token without an end is refused", (401, "invalid_token"),
        ask(lambda: create_access_token(user, expires_delta=False)))
    tally.claim(
        "one signed with another secret is refused", (401, "invalid_token"),
        ask(lambda: create_access_token(user), flask_app(secret=b"another secret" * 3)))
    tally.claim(
        "one by another issuer, for another audience, is refused", (401, "invalid_token"),
        ask(lambda: create_access_token(user), flask_app(name="another-service")))


def main():
    service, tally = Service(sys.argv[1:]), Tally()
    try:
        theirs_here(service, ours_there(service, tally), tally)
    finally:
        service.stop()
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    sys.exit(main())
