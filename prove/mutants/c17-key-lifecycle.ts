import { inServer, serverTest, type Promised } from '../mutant.ts'

const rotation = (name: string) => serverTest('platform/vault/rotate-keys.test.ts', name)
const load = (name: string) => serverTest('cli/keys/tests/rotate-under-load.test.ts', name)
const list = (name: string) => serverTest('platform/vault/erased-keys.test.ts', name)
const erasure = (name: string) => serverTest('cli/keys/tests/erase-patient.test.ts', name)
const request = (name: string) => serverTest('domains/rights/tests/erasure-requests.test.ts', name)
const away = (name: string) => serverTest('vendors/keys/transit-key-provider.test.ts', name)
const service = 'src/vendors/keys/transit-key-provider.ts'
const erase = 'src/cli/keys/erase-patient.ts'
const rotate = 'src/platform/vault/rotate-keys.ts'

export const keyLifecycle: Promised = {
  subject: 'C17',
  clauses: {
    'Keys of organizations and master keys are rotated by a command while requests are served, and none of them fails':
      [
        inServer(
          'C17-an-added-key-is-not-read',
          'src/platform/vault/file-key-provider.ts',
          ['byName = keysOf((await readAgain()) ?? file)', 'byName = keysOf(file)'],
          rotation('a running server reads a master key'),
        ),
        inServer(
          'C17-only-the-first-page',
          rotate,
          ['if (page.rewrapped < keysPerPage) return', 'if (page.rewrapped >= 0) return'],
          rotation('a rotation that was interrupted continues'),
        ),
      ],
    'an interrupted rotation continues': [
      inServer(
        'C17-each-run-begins-again',
        rotate,
        ['if (rows[0]?.isUnderWay) return newest', 'if (rows[0]?.isUnderWay === null) return newest'],
        rotation('a rotation that was interrupted continues'),
      ),
    ],
    'A master key is removed only when it wraps nothing': [
      inServer(
        'C17-a-key-in-use-is-removed',
        'src/cli/keys/keys-command.ts',
        ['if (used !== undefined)', 'if (used?.count === 0)'],
        load('a master key is removed only when it wraps nothing'),
      ),
    ],
    'Master keys are in a file, or in a key service that never gives them': [
      inServer(
        'C17-any-place-unwraps',
        service,
        [
          '        ciphertext: Buffer.from(wrapped).toString(),\n        associated_data: Buffer.from(context)',
          "        ciphertext: Buffer.from(wrapped).toString(),\n        associated_data: Buffer.from(context && 'place')",
        ],
        away('wraps and unwraps in one place only'),
      ),
      inServer(
        'C17-keys-of-a-file-stay',
        'src/composition/open-platform.ts',
        ['(await hasKeyFile(keyFolder)) ?', '(await hasKeyFile(`${keyFolder}/x`)) ?'],
        away('moves the keys of a file to it'),
      ),
    ],
    'while it is away, what needs it is answered with 503': [
      inServer(
        'C17-away-is-an-error',
        service,
        ['response.status === 429 || response.status >= 500', 'response.status === 430'],
        away('is answered with 503, and recovers'),
      ),
    ],
    'An erased patient is unreadable live, and in a backup from before that is restored': [
      inServer(
        'C17-keys-stay',
        erase,
        [
          'await sql`delete from vault.data_keys where organization_id = ${organizationId} and subject',
          'await sql`delete from vault.data_keys where false and organization_id = ${organizationId} and subject',
        ],
        erasure('makes the record unreadable'),
      ),
      inServer(
        'C17-a-restore-brings-back',
        'src/platform/backup/restore-backup.ts',
        ['await eraseAgain(owner, erased)', 'await eraseAgain(owner, erased.slice(0, 0))'],
        erasure('holds in a backup from before it'),
      ),
      inServer(
        'C17-a-changed-list-is-believed',
        'src/platform/vault/erased-keys.ts',
        ['if (!isGenuine) throw', 'if (parsed === null) throw'],
        erasure('is refused a restore when its list was changed'),
      ),
      inServer(
        'C17-half-a-line-blocks-restores',
        'src/platform/vault/erased-keys.ts',
        ["if (unfinished !== '')", "if (unfinished === 'none')"],
        list('goes on after a line that a killed process left half written'),
        list('goes on after the disk was full'),
      ),
      inServer(
        'C17-two-erasures-at-once-break-the-list',
        'src/platform/vault/erased-keys.ts',
        ['await whileLocked(path, () => append(path, key, erased), staleAfter)', 'await append(path, key, erased)'],
        list('has each of those that are added at once'),
      ),
      inServer(
        'C17-a-killed-process-blocks-erasures',
        'src/platform/vault/while-locked.ts',
        ['performance.now() - since > staleAfter', 'performance.now() - since < 0'],
        list('is not blocked by the lock of a process that was killed'),
      ),
    ],
    'two active members are named': [
      inServer(
        'C17-anybody-approves',
        erase,
        ['if (members.length < 2)', 'if (members.length < 1)'],
        erasure('needs two members'),
      ),
    ],
    'and a signed certificate is written': [
      inServer(
        'C17-any-certificate-is-genuine',
        'src/platform/vault/erasure-certificate.ts',
        [
          "verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))",
          "verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')) || signature !== ''",
        ],
        erasure('makes the record unreadable'),
      ),
    ],
    'A patient asks for it in the portal': [
      inServer(
        'C17-no-erasure-can-be-asked-for',
        'src/domains/rights/store/migrations/0008-erasures.ts',
        ["'restriction', 'copy', 'erasure'", "'restriction', 'copy', 'copies'"],
        request('is denied with the day'),
      ),
    ],
    'it is granted once the time of the record is over, and never under a legal hold': [
      inServer(
        'C17-a-wish-ends-the-time',
        'src/domains/rights/model/privacy-request.ts',
        ['if (!isOver) throw recordMustBeKept(keptUntil)', 'if (!isOver && isHeld) throw recordMustBeKept(keptUntil)'],
        request('is denied with the day'),
      ),
      inServer(
        'C17-a-wish-ends-a-hold',
        'src/domains/rights/model/privacy-request.ts',
        ['if (isHeld) throw recordHeld()', 'if (isHeld && !isOver) throw recordHeld()'],
        request('is not accepted under a legal hold'),
      ),
    ],
    'or denied on a coded ground that is true, and the patient reads until when the record is kept': [
      inServer(
        'C17-any-ground-fits',
        'src/domains/rights/model/privacy-request.ts',
        ['(each) => time === null || (each', "(each) => time === null || each !== 'not-agreed' || (each"],
        request('is accepted once the time'),
      ),
      inServer(
        'C17-without-the-day',
        'src/domains/rights/presenters/present-request.ts',
        ['request.keptUntil !== null &&', "request.keptUntil === '' &&"],
        request('is denied with the day'),
      ),
    ],
  },
}
