import { describe, expect, it } from 'vitest'
import { PresenceRegistry, type PresenceRecord } from './presence-registry.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 25, 15) + seconds * 1000)

const bookThat = (fails = false) => {
  const written: [string, PresenceRecord[]][] = []
  const registry = new PresenceRegistry({
    bufferFor: 60_000,
    write: async (organizationId, records) => {
      written.push([organizationId, [...records]])
      if (fails) throw new Error('the database is away')
    },
  })
  return { book: registry, written }
}

describe('presence', () => {
  it('writes many presence records at once, separately for each organization', async () => {
    const { book: registry, written } = bookThat()
    registry.record('lakeside', 'visit', 'a', at(0))
    registry.record('lakeside', 'visit', 'b', at(1))
    registry.record('hillside', 'practitioner', 'c', at(1))
    await registry.flush()
    expect(written.map(([organizationId, records]) => [organizationId, records.map(({ id }) => id)])).toEqual([
      ['lakeside', ['a', 'b']],
      ['hillside', ['c']],
    ])
  })

  it('writes a page that polls every few seconds only once in a while, and always returns the latest presence', async () => {
    const { book: registry, written } = bookThat()
    for (let second = 0; second < 60; second += 5) {
      registry.record('lakeside', 'visit', 'a', at(second))
      await registry.flush()
    }
    expect(written.map(([, [record]]) => record?.at)).toEqual([at(0), at(15), at(30), at(45)])
    expect(registry.seenAt('a')).toEqual(at(55))
    expect(registry.seenAt('b')).toBeNull()
  })

  it('retries with the next presence record after a failed write', async () => {
    const { book: registry, written } = bookThat(true)
    registry.record('lakeside', 'visit', 'a', at(0))
    await registry.flush()
    registry.record('lakeside', 'visit', 'a', at(1))
    await registry.flush()
    expect(written).toHaveLength(2)
  })

  it('removes entries that were not seen for long', async () => {
    const { book: registry } = bookThat()
    registry.record('lakeside', 'visit', 'a', at(0))
    await registry.flush()
    registry.record('lakeside', 'visit', 'b', at(31 * 60))
    await registry.flush()
    expect([registry.seenAt('a'), registry.seenAt('b')]).toEqual([null, at(31 * 60)])
  })
})
