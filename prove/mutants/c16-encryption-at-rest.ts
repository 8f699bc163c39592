import { inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const cipher = (name: string) => serverTest('platform/vault/record-cipher.test.ts', name)
const vault = (name: string) => serverTest('platform/vault/vault.test.ts', name)
const kept = (name: string) => serverTest('tests/kept-values.test.ts', name)
const file = 'src/platform/vault/record-cipher.ts'

export const encryptionAtRest: Promised = {
  subject: 'C16',
  clauses: {
    'AES-256-GCM for each row, with a nonce that is never used twice': [
      inServer(
        'C16-one-nonce-for-all',
        file,
        ['nextNonce, (nextNonce += nonceBytes))', '0, nonceBytes)'],
        cipher('never uses a nonce twice'),
      ),
      inServer(
        'C16-nonces-that-overlap',
        file,
        ['(nextNonce += nonceBytes)', '(nextNonce += 4) + 8'],
        cipher('uses each random byte in one nonce only'),
      ),
      inServer(
        'C16-nonces-are-drawn-once',
        file,
        [
          '    randomFillSync(nonces)\n',
          '    if (nonces[0] === undefined || nonces.every((byte) => byte === 0)) randomFillSync(nonces)\n',
        ],
        cipher('never uses a nonce twice'),
      ),
      inServer(
        'C16-nonces-are-counted',
        file,
        ['randomFillSync(nonces)', 'nonces.forEach((_, at) => (nonces[at] = at >> 4))'],
        cipher('generates random nonces'),
      ),
      inServer(
        'C16-a-changed-value-opens',
        file,
        ['    decipher.final()\n', ''],
        vault('does not decrypt a value with any changed bit'),
      ),
      inServer(
        'C16-a-short-tag-is-enough',
        file,
        ['tagBytes = 16', 'tagBytes = 8'],
        cipher('has a tag of 16 bytes, and does not decrypt with a shorter one'),
      ),
    ],
    'its place and key version in the additional data': [
      inServer(
        'C16-no-additional-data',
        file,
        [
          'Buffer.from(`${additionalContext}|${version}`)',
          "Buffer.from(additionalContext === '' ? additionalContext : String(version))",
        ],
        cipher('does not decrypt with another context, key or version'),
      ),
      inServer(
        'C16-any-version-opens',
        file,
        [
          'Buffer.from(`${additionalContext}|${version}`)',
          'Buffer.from(additionalContext + version.toFixed().slice(9))',
        ],
        cipher('does not decrypt with another context, key or version'),
      ),
      inServer(
        'C16-any-format-opens',
        file,
        ['|${version}|compressed`', '|${version}`'],
        cipher('does not decrypt as another format'),
      ),
      inServer(
        'C16-any-table-opens',
        'src/platform/vault/create-vault.ts',
        ['`${organizationId}|${table}|${rowId}`', '`${organizationId}|${rowId}`'],
        vault('does not decrypt a row that was moved'),
      ),
      inServer(
        'C16-any-row-opens',
        'src/platform/vault/create-vault.ts',
        ['`${organizationId}|${table}|${rowId}`', '`${organizationId}|${table}`'],
        vault('does not decrypt a row that was moved'),
      ),
    ],
    'blind indexes by HMAC': [
      inServer(
        'C16-index-without-its-name',
        'src/platform/vault/blind-index.ts',
        ['.update(index).update', '.update'],
        vault('finds equal values by their hash'),
      ),
      inServer(
        'C16-index-of-the-plain-value',
        'src/platform/vault/blind-index.ts',
        ['.update(normalizeForIndex(value)).digest()', '.digest().fill(Buffer.from(normalizeForIndex(value)), 0, 8)'],
        kept('is found by the blind index of that release'),
      ),
    ],
    'Planted words are in no byte of the data folder, the write-ahead log included': [
      inServer(
        'C16-messages-of-faults-are-kept',
        'src/platform/events/failed-deliveries.ts',
        ['${faultOf(error)}', '${String(error)}'],
        wholeServerTest('planted-words.test.ts', undefined, 'pglite'),
      ),
    ],
    'What an earlier release sealed still opens': [
      inServer(
        'C16-another-format',
        file,
        ['const format = 1', 'const format = 2'],
        kept('decrypts with the master key'),
      ),
      inServer(
        'C16-another-dictionary',
        'src/platform/vault/compress-record.ts',
        [
          '(compressed, { dictionary: recordDictionary }',
          '(compressed, { dictionary: recordDictionary.subarray(0, -1) }',
        ],
        serverTest('platform/vault/compress-record.test.ts', 'that an earlier release compressed can be read'),
      ),
      inServer(
        'C16-another-place',
        file,
        ['Buffer.from(`${additionalContext}|${version}`)', 'Buffer.from(`${additionalContext}/${version}`)'],
        kept('decrypts with the master key'),
      ),
      inServer(
        'C16-another-index',
        'src/platform/vault/blind-index.ts',
        ["'\\0'", "'/'"],
        kept('is found by the blind index of that release'),
      ),
    ],
  },
}
