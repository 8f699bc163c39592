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

/** The exports of the modules with these names, with lists flattened. */
const exportsOf = async (pattern: string): Promise<readonly unknown[]> => {
  const files = globSync(pattern, { cwd: server }).filter((file) => !file.endsWith('.test.ts'))
  const modules = await Promise.all(
    files.toSorted().map((file) => import(pathToFileURL(join(server, file)).href) as Promise<object>),
  )
  return modules.flatMap((module) => Object.values(module).flat())
}

const isReaction = (value: unknown): value is BoundReaction =>
  typeof value === 'object' && value !== null && 'consumer' in value && ('decide' in value || 'keep' in value)
const isLiveRule = (value: unknown): value is LiveRule =>
  typeof value === 'object' && value !== null && 'message' in value && 'audience' in value

/** E.g. `patient, practitioner, front-desk`: the recipients of a sample of the event. */
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
  return `| type | after | ids | to | required operation |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`
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

/** The expected content of the page. */
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

There are three kinds of events, for three kinds of receivers.

|                                 | receiver                   | content                     | retained                                       |
| ------------------------------- | -------------------------- | --------------------------- | ---------------------------------------------- |
| [DOM events](elements.md)       | the page around an element | ids and codes               | no                                             |
| [Live messages](#live-messages) | open pages of a person     | a type and ids              | the last 1,000 of an organization, in memory   |
| [Domain events](#domain-events) | the server's own domains   | ids, times, codes, versions | in the outbox, until every consumer has had it |

None of them contains a name, free text or health information. The receiver reads what an id refers to with its own permissions, and the read is audited.

A health system's own programs can receive some domain events by [webhook](../guides/webhooks.md).

## Live messages

There is one stream per page. The typed client opens it and delivers the messages:

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

A message reaches only people who may call one of the operations in the last column. "Patient" includes the proxies of the patient; "member" and a role are the person or the role that something is assigned to.`

const afterLive = `The socket also sends \`ready\` (once, with a cursor) and \`heartbeat\` (every 25 seconds), which the client does not deliver.

A page that reconnects resumes after its last cursor. A cursor is valid for one process: after a restart, and at another process, the response is \`resync\`.

The socket needs a ticket (\`POST /v1/live/tickets\`), valid once and for 30 seconds, sent as a WebSocket subprotocol and never in a URL. Where sockets are blocked, \`GET /v1/live/stream\` sends the same as server-sent events. Close codes: 4401 session ended, 1012 the server restarts, 1008 a message was not valid, 1009 it was too large.

## Domain events

These stay inside the server. An event is written in the transaction of its fact and delivered at least once; \`consumeOnce\` makes it take effect once for each consumer. A failed delivery is retried after 1 s, 5 s, 30 s, 2 min, 10 min, 1 h and 4 h, then parked and logged; other consumers continue. Every event also has \`id\`, \`organizationId\`, \`at\` and \`version\`. The consumer \`messaging.tell-endpoints\` receives every event that webhooks deliver (\`packs/policy/messaging.json\`).`

if (import.meta.main) await writeFile(eventsPage, await eventsReference())
