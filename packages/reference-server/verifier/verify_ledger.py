#!/usr/bin/env python3
"""Checks an exported audit ledger, with nothing but Python 3:

    python3 verify_ledger.py ledger.ndjson checkpoints.ndjson audit-signing-key.pub.pem [sequence:hash [witness.json witness.pub.pem]]

Written independently of `visitkit-server audit verify`, so that no fault of that program can hide one of the ledger.
sequence:hash is a head that you noted earlier, or ""; witness.json is what a witness answered. Exit code: 0 whole, 1 not whole, 3 whole, but not all of it is signed.
"""
import base64
import hashlib
import json
import sys

ROW = set("""organizationId id at requestId operation action entity entityId patientId outcome refusal because actorKind
actorId actorRole sessionId clientId purpose onBehalfOf origin originDetails query consents""".split())
LATER = {"onBehalfOf", "origin", "originDetails", "query", "consents"}  # not in the hash while they are null: earlier rows have none
SIGNED = "number at firstSequence lastSequence merkleRoot head previous keyId".split()


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def canonical(value):  # RFC 8785, for the texts, integers and nulls that a ledger has
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def once(members):  # a member that stands twice could be read in two ways
    if len(dict(members)) < len(members):
        raise ValueError("a member stands twice")
    return dict(members)


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line, object_pairs_hook=once) for line in file]


def merkle(leaves):  # RFC 6962, section 2.1
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1", merkle(leaves[:split]), merkle(leaves[split:]))


def check(ledger, checkpoints, key, noted, witness, witness_key):
    number, last, before, head, leaves, heads = 0, 0, "0" * 64, b"\0" * 32, [], {}
    for link in ledger:  # each row has its hash, and each hash follows from the one before it
        last, row = last + 1, {name: value for name, value in link["row"].items() if value is not None or name not in LATER}
        leaf = sha256(b"\0", canonical(row))
        head = sha256(b"\2", last.to_bytes(8, "big"), head, leaf)
        if link["sequence"] != last or leaf.hex() != link["leaf"] or head.hex() != link["hash"] or set(row) - ROW:
            return f"row {last} is not as it was recorded"
        leaves.append(leaf)
        heads[last] = head.hex()
    covered = 0
    for point in checkpoints:  # each run of rows has a signature, and each signature names the one before it
        text = b"visitkit audit checkpoint v1\n" + canonical({name: point[name] for name in SIGNED})
        number, run = number + 1, leaves[covered : point["lastSequence"]]
        if set(point) - set(SIGNED) != {"hash", "signature"} or hashlib.sha256(text).hexdigest() != point["hash"] \
                or not signed(key, text, base64.b64decode(point["signature"])):
            return f"checkpoint {number} is not as it was signed"
        if (point["number"], point["previous"], point["firstSequence"]) != (number, before, covered + 1):
            return f"checkpoint {number} does not follow from the one before it"
        if point["lastSequence"] > last:
            return f"rows from {last + 1} on were signed and are gone"
        if merkle(run).hex() != point["merkleRoot"] or heads[point["lastSequence"]] != point["head"]:
            return f"rows {covered + 1} to {point['lastSequence']} are not those that were signed"
        covered, before = point["lastSequence"], point["hash"]
    if noted and heads.get(int(noted.split(":")[0])) != noted.split(":")[1]:
        return f"the ledger does not have the head {noted}"
    if witness:  # countersigned by the witness, and signed with the key of this ledger
        point = witness["checkpoint"]
        text = b"visitkit audit checkpoint v1\n" + canonical({name: point[name] for name in SIGNED})
        if hashlib.sha256(text).hexdigest() != point["hash"] or not signed(key, text, base64.b64decode(point["signature"])) \
                or not signed(witness_key, b"visitkit audit witness v1\n" + point["hash"].encode(), base64.b64decode(witness["countersignature"])):
            raise ValueError("what the witness answered is not signed by it and by this ledger")
        if dict(enumerate((p["hash"] for p in checkpoints), 1)).get(point["number"]) != point["hash"]:
            return f"the witness has another checkpoint {point['number']}, or one that is not here"
    print(f"{last} rows, {number} checkpoints, {last - covered} rows not signed. Head: {last}:{head.hex()}")
    return None if covered == last > 0 else ""


# Ed25519 (RFC 8032, section 5.1): Python has no module for it.
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def add(a, b):
    (x1, y1), (x2, y2) = a, b
    k = D * x1 * x2 * y1 * y2
    return ((x1 * y2 + x2 * y1) * pow(1 + k, -1, P) % P, (y1 * y2 + x1 * x2) * pow(1 - k, -1, P) % P)


def times(scalar, point):
    result = (0, 1)
    for bit in bin(scalar)[2:]:
        result = add(result, result)
        if bit == "1":
            result = add(result, point)
    return result


def decode(data):
    number = int.from_bytes(data, "little")
    y, sign = number % 2**255, number >> 255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P:
        raise ValueError("not a point of the curve")
    return (P - x if x % 2 != sign else x, y)


BASE = decode((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def signed(key, text, signature):
    if len(signature) != 64 or (s := int.from_bytes(signature[32:], "little")) >= Q:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % Q
    return times(s, BASE) == add(decode(signature[:32]), times(k, decode(key)))


if __name__ == "__main__":
    try:
        given = sys.argv + [""] * 7
        keys = [base64.b64decode("".join(line.strip() for line in open(name) if not line.startswith("-")))[-32:] if name else b"" for name in (given[3], given[6])]
        witness = json.load(open(given[5], encoding="utf-8"), object_pairs_hook=once) if given[5] else None
        seen = {json.dumps(point): point for point in lines(sys.argv[2])}  # several processes may write the same one
        fault = check(lines(sys.argv[1]), list(seen.values()), keys[0], given[4], witness, keys[1])
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        fault = f"a line cannot be read ({error})"
    if fault:
        print(f"NOT WHOLE: {fault}.")
    elif fault == "":
        print("What is not signed can be removed or replaced without trace.")
    sys.exit(0 if fault is None else 1 if fault else 3)
