import { readdir, readFile } from 'node:fs/promises'
import { events, type EventType } from '@visitkit/contract/events'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import { readTemplates, type TemplatePack } from '../model/template-pack.ts'

const packs = new URL('../../../../packs/', import.meta.url)

// A file may name an event that does not exist.
const isForWebhooks = (type: string): boolean => type in events && events[type as EventType].webhook

/** Throws on an event that the contract does not allow for webhooks; the server then does not start. */
export const loadMessagingPolicy = async (
  file: URL = new URL('policy/messaging.json', packs),
): Promise<MessagingPolicy> => {
  const policy = JSON.parse(await readFile(file, 'utf8')) as MessagingPolicy
  for (const type of policy.webhooks.events)
    if (!isForWebhooks(type)) throw new Error(`Messaging policy: ${type} is no event for webhooks.`)
  return policy
}

/** Reads one file for each language. Throws on a template that could contain personal data; the server then does not start. */
export const loadNotificationTemplates = async (
  folder: URL = new URL('notifications/', packs),
): Promise<TemplatePack> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  const files = await Promise.all(
    names.map(
      async (name) =>
        JSON.parse(await readFile(new URL(name, folder), 'utf8')) as { language: string; templates: object },
    ),
  )
  const pack = new Map(
    files.map((file) => [file.language, readTemplates({ ...file, templates: { ...file.templates } })]),
  )
  if (!pack.has('en')) throw new Error('Notification templates in English are missing.')
  return pack
}
