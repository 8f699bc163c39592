import { describe, expect, it } from 'vitest'
import { readZip } from './read-zip.testing.ts'
import { writeZip } from './write-zip.ts'

const at = new Date('2026-11-25T15:00:00Z')
const noise = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 251)

describe('a zip file', () => {
  it('contains what was put into it, compressed or stored', () => {
    const zip = writeZip(
      [
        { name: 'record.html', bytes: Buffer.from('a'.repeat(20_000)) },
        { name: 'files/empty.txt', bytes: new Uint8Array() },
        { name: 'files/noise.bin', bytes: noise },
      ],
      at,
    )
    const entries = readZip(zip)
    expect([...entries.keys()]).toEqual(['record.html', 'files/empty.txt', 'files/noise.bin'])
    expect(entries.get('record.html')?.toString()).toBe('a'.repeat(20_000))
    expect(entries.get('files/noise.bin')).toEqual(Buffer.from(noise))
    expect(zip.length).toBeLessThan(10_000)
  })

  it('refuses a name that leads out of its folder', () => {
    expect(() => writeZip([{ name: '../outside', bytes: noise }], at)).toThrow('within its folder')
    expect(() => writeZip([{ name: '/outside', bytes: noise }], at)).toThrow('within its folder')
  })
})
