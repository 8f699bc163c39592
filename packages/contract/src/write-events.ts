import type { PayloadModel, PayloadProperty } from './read-events.ts'

const comment = (text: string, indent: string): string => `${indent}/** ${oneLine(text.replaceAll('*/', '*\\/'))} */\n`

const payload = ({ properties }: PayloadModel, indent: string): string =>
  properties.length === 0
    ? 'Readonly<Record<never, never>>'
    : `{\n${properties
        .map(
          ({ name, optional, description, type }) =>
            `${description ? comment(description, `${indent}  `) : ''}${indent}  readonly ${name}${optional ? '?' : ''}: ${type}\n`,
        )
        .join('')}${indent}}`

const payloads = (models: readonly PayloadModel[]): string =>
  models.map((each) => `${comment(each.description, '  ')}  readonly '${each.type}': ${payload(each, '  ')}\n`).join('')

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ')
const namesOf = (properties: readonly PayloadProperty[]): string[] =>
  properties.map(({ name, optional }) => (optional ? `${name}?` : name))

const list = (names: readonly string[]): string => `[${names.map((name) => `'${name}'`).join(', ')}]`

/** `generated/events.ts`: payloads by event type, ids by live message, and the declarations of each. */
export const writeEvents = (
  events: readonly PayloadModel[],
  liveMessages: readonly PayloadModel[],
  mark: string,
): string => `// ${mark}
import type { operations as Operations } from './types.ts'
import type { EventDeclaration, LiveMessageDeclaration } from '../src/event-declaration.ts'

/** The payload of each event. */
export interface EventData {
${payloads(events)}}
export type EventType = keyof EventData

/** The ids of each live message. */
export interface LiveMessageIds {
${payloads(liveMessages)}}
export type LiveMessageType = keyof LiveMessageIds

export const events: Readonly<Record<EventType, EventDeclaration<keyof Operations>>> = {
${events
  .map(
    ({ type, description, properties, readBy, webhook }) =>
      `  '${type}': { description: ${JSON.stringify(oneLine(description))}, properties: ${list(namesOf(properties))}, phi: ${list(
        properties.flatMap(({ name, phi }) => (phi === null ? [] : [name])),
      )}, readBy: ${list(readBy)}, webhook: ${webhook} },`,
  )
  .join('\n')}
}

export const liveMessages: Readonly<Record<LiveMessageType, LiveMessageDeclaration<keyof Operations>>> = {
${liveMessages
  .map(
    ({ type, description, properties, readBy }) =>
      `  '${type}': { description: ${JSON.stringify(oneLine(description))}, ids: ${list(namesOf(properties))}, readBy: ${list(readBy)} },`,
  )
  .join('\n')}
}
`

/** The SDK's copy of the types that an integrator uses: live messages and webhook payloads. */
export const writeClientEvents = (
  events: readonly PayloadModel[],
  liveMessages: readonly PayloadModel[],
  mark: string,
): string => `// ${mark}

/** The ids that each live message names. */
export interface LiveMessageIds {
${payloads(liveMessages)}}

/** The payload of each event that a webhook delivers. */
export interface WebhookEventData {
${payloads(events.filter(({ webhook }) => webhook))}}
`
