import { describe, expect, it } from 'vitest'
import { PresenceBook, type Sighting } from './presence-book.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 25, 15) + seconds * 1000)

const bookThat = (fails = false) => {
  const written: [string, Sighting[]][] = []
  const book = new PresenceBook({
    gatherFor: 60_000,
    write: async (organizationId, sightings) => {
      written.push([organizationId, [...sightings]])
      if (fails) throw new Error('the database is away')
    },
  })
  return { book, written }
}

describe('noting who is there', () => {
  it('writes many sightings at once, for each organization apart', async () => {
    const { book, written } = bookThat()
    book.saw('lakeside', 'visit', 'a', at(0))
    book.saw('lakeside', 'visit', 'b', at(1))
    book.saw('hillside', 'practitioner', 'c', at(1))
    await book.flush()
    expect(written.map(([organizationId, sightings]) => [organizationId, sightings.map(({ id }) => id)])).toEqual([
      ['lakeside', ['a', 'b']],
      ['hillside', ['c']],
    ])
  })

  it('writes a page that asks every few seconds once in a while, and knows the newest at once', async () => {
    const { book, written } = bookThat()
    for (let second = 0; second < 60; second += 5) {
      book.saw('lakeside', 'visit', 'a', at(second))
      await book.flush()
    }
    expect(written.map(([, [sighting]]) => sighting?.at)).toEqual([at(0), at(15), at(30), at(45)])
    expect(book.seenAt('a')).toEqual(at(55))
    expect(book.seenAt('b')).toBeNull()
  })

  it('tries again with the next sighting when writing failed', async () => {
    const { book, written } = bookThat(true)
    book.saw('lakeside', 'visit', 'a', at(0))
    await book.flush()
    book.saw('lakeside', 'visit', 'a', at(1))
    await book.flush()
    expect(written).toHaveLength(2)
  })

  it('forgets who has not been seen for long', async () => {
    const { book } = bookThat()
    book.saw('lakeside', 'visit', 'a', at(0))
    await book.flush()
    book.saw('lakeside', 'visit', 'b', at(31 * 60))
    await book.flush()
    expect([book.seenAt('a'), book.seenAt('b')]).toEqual([null, at(31 * 60)])
  })
})
