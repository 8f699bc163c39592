import { globSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { events, liveMessages } from '@visitkit/contract/events'
import type { EventType } from '@visitkit/contract/events'
import { sampleEvent } from '../packages/reference-server/src/platform/contracts/sample-event.testing.ts'
import type { BoundReaction } from '../packages/reference-server/src/platform/contracts/reaction.ts'
import type { Audience, LiveRule } from '../packages/reference-server/src/platform/contracts/live-rule.ts'

export const eventsPage = join(import.meta.dirname, '../docs/reference/events.md')
const server = join(import.meta.dirname, '../packages/reference-server/src')

const cell = (text: string): string => text.replaceAll('|', '\\|')
const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')

/** What the modules with these names export, lists taken apart. */
const exportsOf = async (pattern: string): Promise<readonly unknown[]> => {
  const files = globSync(pattern, { cwd: server }).filter((file) => !file.endsWith('.test.ts'))
  const modules = await Promise.all(
    files.toSorted().map((file) => import(pathToFileURL(join(server, file)).href) as Promise<object>),
  )
  return modules.flatMap((module) => Object.values(module).flat())
}

const isReaction = (value: unknown): value is BoundReaction =>
  typeof value === 'object' && value !== null && 'consumer' in value && 'keep' in value
const isLiveRule = (value: unknown): value is LiveRule =>
  typeof value === 'object' && value !== null && 'message' in value && 'audience' in value

/** E.g. `patient, practitioner, front-desk`: to whom a sample of the event would go. */
const audienceOf = ({ event, audience }: LiveRule): readonly string[] => {
  const {
    patients = [],
    practitioners = [],
    members = [],
    roles = [],
  }: Audience = audience(sampleEvent(event).data as never)
  const named = { patient: patients, practitioner: practitioners, member: members }
  return [...Object.entries(named).flatMap(([name, ids]) => (ids.length > 0 ? [name] : [])), ...roles]
}

const liveTable = (rules: readonly LiveRule[]): string => {
  const rows = Object.entries(liveMessages).map(([type, { description, ids, readBy }]) => {
    const ofType = rules.filter(({ message }) => message === type)
    const to = [...new Set(ofType.flatMap(audienceOf))]
    return `| \`${type}\` | ${cell(description)} | ${ids.join(', ')} | ${to.join(', ') || 'the stream itself'} | ${code(readBy)} |`
  })
  return `| type | after | ids | to | who may read with |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`
}

const eventTable = (reactions: readonly BoundReaction[], rules: readonly LiveRule[]): string => {
  const rows = (Object.keys(events) as EventType[]).map((type) => {
    const { description, properties, webhook } = events[type]
    const consumers = reactions.filter((each) => each.events.includes(type)).map(({ consumer }) => consumer)
    const messages = rules.filter(({ event }) => event === type).map(({ message }) => message)
    return `| \`${type}\` | ${cell(description)} | ${properties.join(', ')} | ${code(consumers)} | ${code([...new Set(messages)])} | ${webhook ? 'yes' : ''} |`
  })
  return `| event | when | data | consumers | live message | webhook |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}`
}

/** The page as it should stand in the repository. */
export const eventsReference = async (): Promise<string> => {
  const reactions = (
    await Promise.all(['domains/**/reactions/*.ts', 'platform/identity/reactions/*.ts'].map(exportsOf))
  )
    .flat()
    .filter(isReaction)
  const rules = (await exportsOf('domains/**/live-rules.ts')).filter(isLiveRule)
  return format(`${opening}\n\n${liveTable(rules)}\n\n${afterLive}\n\n${eventTable(reactions, rules)}\n`, {
    ...(await resolveConfig(eventsPage)),
    parser: 'markdown',
  })
}

const opening = `<!-- Written by \`node scripts/write-events-reference.ts\` from the contract's event models and the server's source. Do not edit. -->

# Events

Three things are called events here. They are for three different readers.

|                                 | for whom                   | carries                     | kept                                           |
| ------------------------------- | -------------------------- | --------------------------- | ---------------------------------------------- |
| [DOM events](elements.md)       | the page around an element | ids and codes               | no                                             |
| [Live messages](#live-messages) | open pages of a person     | a type and ids              | the last 1,000 of an organization, in memory   |
| [Domain events](#domain-events) | the server's own domains   | ids, times, codes, versions | in the outbox, until every consumer has had it |

None of them holds a name, free text or health information. What an id stands for is read afterwards, with the reader's own rights and on the record.

A health system's own programs receive some domain events by [webhook](../guides/webhooks.md).

## Live messages

One stream per page. The typed client opens it and passes messages on:

\`\`\`ts
const stop = client.watch({ types: ['visit.*'], ids: { visitId } }, ({ type, ids }) => readAgain(ids))
\`\`\`

\`\`\`json
{
  "type": "visit.changed",
  "ids": { "visitId": "…", "appointmentId": "…", "patientId": "…" },
  "cursor": "Yk3v9aQ1.4711"
}
\`\`\`

A message reaches only people who may call one of the operations in the last column. "Patient" includes the people who may act for the patient; "member" and a role stand for the person or the role to whom something is assigned.`

const afterLive = `The socket also sends \`ready\` (once, with a cursor) and \`heartbeat\` (every 25 seconds), which the client does not pass on.

A page that was away resumes after its last cursor. Cursors hold for one process: after a restart, and at another process, the answer is \`resync\`.

The socket needs a ticket (\`POST /v1/live/tickets\`), good once and for 30 seconds, sent as a WebSocket subprotocol and never in an address. Where sockets are blocked, \`GET /v1/live/stream\` sends the same as server-sent events. Close codes: 4401 session ended, 1012 the server restarts, 1008 a message was not understood, 1009 it was too large.

## Domain events

Inside the server. An event is written in the transaction of the fact that it is about and delivered at least once; \`consumeOnce\` makes it take effect once for each consumer. A consumer that fails is tried again after 1 s, 5 s, 30 s, 2 min, 10 min, 1 h and 4 h, then parked and logged, while others go on. Every event also has \`id\`, \`organizationId\`, \`at\` and \`version\`. The consumer \`messaging.tell-endpoints\` takes every event that webhooks deliver (\`packs/policy/messaging.json\`).`

if (import.meta.main) await writeFile(eventsPage, await eventsReference())
