import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { liveRules as consentRules } from '../packages/reference-server/src/domains/consent/live-rules.ts'
import { liveRules as intakeRules } from '../packages/reference-server/src/domains/intake/live-rules.ts'
import { schedulingLive } from '../packages/reference-server/src/domains/scheduling/live-rules.ts'
import { liveRules as visitRules } from '../packages/reference-server/src/domains/visits/live-rules.ts'

const root = join(import.meta.dirname, '..')
const page = await readFile(join(root, 'docs/reference/events.md'), 'utf8')

const isMissing = (name: string): boolean => !page.includes(`\`${name}\``)

describe('the page of events', () => {
  it('lists every type of live message', async () => {
    const contract = await readFile(join(root, 'packages/contract/live.tsp'), 'utf8')
    const [types = ''] = /enum LiveMessageType \{.*?\n\}/s.exec(contract) ?? []
    const named = [...types.matchAll(/^\s+\w+: "([^"]+)"|^\s+(\w+),$/gm)].map(
      ([, spelled, plain]) => spelled ?? plain ?? '',
    )
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter(isMissing)).toEqual([])
  })

  it('lists every domain event that pages are told of', () => {
    const events = [...schedulingLive, ...consentRules, ...intakeRules, ...visitRules].map(({ event }) => event)
    expect(events.length).toBeGreaterThan(20)
    expect(events.filter(isMissing)).toEqual([])
  })

  it('lists every domain event that the source names', async () => {
    const files = globSync('packages/reference-server/src/{domains,platform/identity}/**/*.ts', { cwd: root }).filter(
      (file) => !/\.test\.ts$|testing\.ts$|live-rules\.ts$|\/live\.ts$/.test(file),
    )
    const named = new Set<string>()
    for (const file of files)
      for (const [, type = ''] of (await readFile(join(root, file), 'utf8')).matchAll(
        /(?:type|event): '((?:identity|directory|consent|scheduling|intake|visits)\.[a-z-]+)'/g,
      ))
        named.add(type)
    expect(named.size).toBeGreaterThan(20)
    expect([...named].filter(isMissing)).toEqual([])
  })
})
