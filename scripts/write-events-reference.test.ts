import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { eventsPage, eventsReference } from './write-events-reference.ts'

describe('the page of events', () => {
  it('matches the contract and the server', async () => {
    expect(await readFile(eventsPage, 'utf8'), 'run: node scripts/write-events-reference.ts').toBe(
      await eventsReference(),
    )
  })
})
