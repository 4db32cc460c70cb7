"""Reads the TRX files of a folder, prints what failed and was skipped, and as the last line how many tests passed.

Ends with 1 when a test failed or none ran.
"""

import pathlib
import sys
import xml.etree.ElementTree as xml

SPACE = {"t": "http://microsoft.com/schemas/VisualStudio/TeamTest/2010"}


def text(result, path):
    return (result.findtext(path, "", SPACE) or "").strip()


def main(folder):
    counts = {"Passed": 0, "Failed": 0, "NotExecuted": 0}
    for file in sorted(pathlib.Path(folder).rglob("*.trx")):
        root = xml.parse(file).getroot()
        for result in root.iterfind(".//t:UnitTestResult", SPACE):
            outcome = result.get("outcome", "Failed")
            outcome = outcome if outcome in counts else "Failed"
            counts[outcome] += 1
            message = text(result, "t:Output/t:ErrorInfo/t:Message")
            if outcome == "Failed":
                print(f"\n--- FAILED {result.get('testName')}  ({result.get('duration')})")
                print(message)
                print(text(result, "t:Output/t:ErrorInfo/t:StackTrace"))
                print(text(result, "t:Output/t:StdOut"))
            elif outcome == "NotExecuted":
                print(f"--- skipped {result.get('testName')}: {message or text(result, 't:Output/t:StdOut')}")
        # A test host that crashed says so here and nowhere else; the failed tests above are named here once more.
        for problem in root.iterfind(".//t:RunInfo[@outcome='Error']", SPACE):
            message = text(problem, "t:Text")
            if not message.startswith("[xUnit.net"):
                counts["Failed"] += 1
                print(f"\n--- FAILED {file.name}: {message}")
    passed, failed, skipped = counts.values()
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 0 if failed == 0 and passed > 0 else 1


sys.exit(main(sys.argv[1]))
