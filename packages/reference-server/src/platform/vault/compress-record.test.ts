import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { compressRecord, decompressRecord } from './compress-record.ts'
import { recordDictionary } from './record-dictionary.ts'

const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))
const note = {
  patientId: '01a22295-c5f8-7406-be02-dc888facc013',
  visitId: '01a22295-d665-71b5-99ee-ea94ebb77557',
  status: 'draft',
  sections: ['reason', 'history', 'plan'].map((code) => ({
    code,
    text: `About the ${code} of Jane Roe-Fictional`,
    lines: [],
  })),
  diagnoses: [{ code: 'I10', display: 'Essential hypertension', kind: 'primary', note: null }],
  supervisor: null,
}

describe('the text of a record', () => {
  test('takes less than half of its bytes, and is the same afterwards', () => {
    const text = bytesOf(note)
    const compressed = compressRecord(text)
    if (compressed === null) throw new Error('not compressed')
    expect(compressed.length).toBeLessThan(text.length / 2)
    expect(decompressRecord(compressed)).toEqual(text)
  })

  test('stays as it is if it is short, as large as a file, or would not become shorter', () => {
    expect(compressRecord(bytesOf({ status: 'draft' }))).toBeNull()
    expect(compressRecord(Buffer.alloc(65_537, 'a'))).toBeNull()
    expect(compressRecord(createHash('shake256', { outputLength: 400 }).update('noise').digest())).toBeNull()
  })

  // Fails if a character of the dictionary changes: then nothing that is stored can be read.
  test('that an earlier release compressed can be read', () => {
    expect(createHash('sha256').update(recordDictionary).digest('hex')).toBe(
      '66cc92ed97207eea1d04fdfe1c2c9db283463f78ac1e3f4b2f9b67e5ceb13e8b',
    )
    expect(
      decompressRecord(
        Buffer.from(
          'lZk/C8MgEMW/imTugdoYdezQQjt2z6DmQgKhCW2WEvLdi/kjpmRoVw9/POS9E89hc46UGc65FuBEqUCmNAOLlEPhlFKlcY6yYxK3srChyDIBklkBWiMCGp2itVIKIWP5yxAk7iPDKn+JTxB+8g9T0ldI5gppS3IzDyT3FuFST4BpsrFGKB8PAbbe3ju0pfQXrmvMrjK//gMo3xo0YK+MJnH7PL+8BWvTkOrd4bPHxxSaYLZu/srY+MfDv2cI4wc=',
          'base64',
        ),
      ),
    ).toEqual(bytesOf(note))
  })
})
