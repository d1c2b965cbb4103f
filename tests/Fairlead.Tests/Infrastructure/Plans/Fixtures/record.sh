#!/usr/bin/env bash
# Makes plan.json of each fixture anew, from the main.tf beside it: ./record.sh [fixture…]
# Run it when the AWS provider moves, and read the difference. Needs terraform with hashicorp/aws, and python3. No cloud is asked.
# drift/ is not among them: its plans were made against an emulator whose resources were changed in between.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TF_DATA_DIR="$work/data" CHECKPOINT_DISABLE=1 AWS_EC2_METADATA_DISABLED=true

for fixture in "${@:-changes policy deferred}"; do
    for name in $fixture; do
        rm -rf "$work/stack"
        mkdir "$work/stack"
        (cd "$name" && find . -name '*.tf' -exec cp --parents {} "$work/stack" \;)
        if [ -f "$name/state.json" ]; then
            cp "$name/state.json" "$work/stack/terraform.tfstate"
        fi

        terraform -chdir="$work/stack" init -input=false -no-color >/dev/null
        terraform -chdir="$work/stack" plan -input=false -no-color -refresh=false -out=tfplan >/dev/null
        terraform -chdir="$work/stack" show -json -no-color tfplan >"$work/plan.json"

        # One resource a line, so that a difference can be read; without what no test reads.
        python3 - "$work/plan.json" "$name/plan.json" <<'PYTHON'
import json
import sys

LEFT_OUT = {"planned_values", "prior_state", "relevant_attributes"}
BY_LINE = {"resource_changes", "resource_drift"}


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


with open(sys.argv[1], encoding="utf-8") as source:
    plan = json.load(source)

members = []
for name, value in plan.items():
    if name in LEFT_OUT:
        continue
    text = "[\n" + ",\n".join("  " + compact(x) for x in value) + "\n ]" if name in BY_LINE else compact(value)
    members.append(f' "{name}": {text}')

with open(sys.argv[2], "w", encoding="utf-8", newline="\n") as target:
    target.write("{\n" + ",\n".join(members) + "\n}\n")
PYTHON
        echo "$name/plan.json"
    done
done
