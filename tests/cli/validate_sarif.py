#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sallyport authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates what `sallyport check --format sarif` prints against the published schema, and what the schema cannot say.

usage: validate_sarif.py PROGRAM SCHEMA MODEL.json ...    Ends with 77 (skipped) where python3-jsonschema is missing.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

program, schema_file, *models = sys.argv[1:]
schema = json.loads(pathlib.Path(schema_file).read_text())
validator_class = jsonschema.validators.validator_for(schema)
validator_class.check_schema(schema)
validator = validator_class(schema)
failures = 0


def check(*words):
    done = subprocess.run([program, "check", *words], capture_output=True, text=True)
    assert done.returncode == 0, (words, done.returncode, done.stderr)
    return done.stdout


def complain(name, what):
    global failures
    failures += 1
    print(f"{name}: {what}")


def validate(name, output):
    log = json.loads(output)
    for error in validator.iter_errors(log):
        complain(name, f"{list(error.path)}: {error.message}")
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    if len({rule["id"] for rule in rules}) != len(rules):
        complain(name, "two rules share an id")
    for result in run["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            complain(name, f"the rule index of {result['ruleId']} names another rule")
        if result["kind"] != "fail" and result["level"] != "none":
            complain(name, f"{result['ruleId']} is of kind {result['kind']} and has a level")
    return run


# The validator itself must be able to say no.
if validator.is_valid({"version": "2.1.0", "runs": [{"results": []}]}):
    complain("the schema", "accepts a run without a tool")

with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    broken = folder / "rules"
    broken.mkdir()
    (broken / "X-1.sql").write_text("-- X-1 Broken\n-- low x\n-- says y\ndelete from component\n")
    for model in models:
        name = pathlib.Path(model).name
        plain = validate(name, check(model, "--format", "sarif"))
        if not plain["results"]:
            complain(name, "has no result")

        # With a decision that stands and one that does not, a broken rule, and against an earlier output.
        first, second = [r for r in plain["results"] if r["kind"] == "fail"][:2]
        decided = json.loads(pathlib.Path(model).read_text())
        decided["decisions"] = [
            {"rule": result["ruleId"], "elements": result["properties"]["elements"], "status": "accepted",
             "reason": "known", "owner": "Ada", "decided_at": "2026-01-01", "expires_at": expires}
            for result, expires in ((first, "9999-01-01"), (second, "2020-01-01"))]
        changed = folder / name
        changed.write_text(json.dumps(decided))
        baseline = folder / "baseline.json"
        baseline.write_text(check(model, "--format", "json"))
        run = validate(name + " with all", check(str(changed), "--format", "sarif", "--rules", str(broken), "--baseline",
                                                 str(baseline)))
        by_print = {r["partialFingerprints"]["sallyportFinding/v1"]: r for r in run["results"]}
        print_of = lambda result: result["partialFingerprints"]["sallyportFinding/v1"]
        if len(by_print[print_of(first)]["suppressions"]) != 1:
            complain(name, "a standing decision suppresses nothing")
        if by_print[print_of(second)]["suppressions"]:
            complain(name, "an expired decision suppresses")
        if not run["invocations"][0].get("toolConfigurationNotifications"):
            complain(name, "a broken rule is not notified")
        # New are the broken rule and the finding that a decision has expired (TBM-608).
        states = {state: {r["ruleId"] for r in run["results"] if r["baselineState"] == state} for state in ("new", "updated")}
        if states != {"new": {"TBM-608", "X-1"}, "updated": set()}:
            complain(name, f"against the baseline there are {states}")

sys.exit(1 if failures else 0)
