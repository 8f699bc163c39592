import type { WebhookState } from '../provider.ts'
import { DailyRefusal, type DailyClient } from './daily-client.ts'
import { readDailyAccount } from './read-account.ts'

interface ListedWebhook {
  readonly uuid: string
  readonly url: string
  readonly state: string
  readonly eventTypes: readonly string[]
}

/**
 * Daily's webhook is a circuit breaker: after three failed deliveries its state is FAILED, and Daily sends nothing more. Updating it with
 * the same URL makes Daily test the URL and send again (docs.daily.co/reference/rest-api/webhooks/update). Events in between are not
 * sent. The secret is included, so that reports are signed with the secret that this server verifies with.
 */
export const watchDailyWebhooks = async (
  client: DailyClient,
  options: {
    readonly pointsHere: (url: URL) => boolean
    readonly webhookSecret: string
    readonly isHipaa: boolean
    readonly signal?: AbortSignal | undefined
  },
): Promise<WebhookState> => {
  const { pointsHere, webhookSecret, isHipaa, signal } = options
  const passed = signal === undefined ? {} : { signal }
  const listed = await client.list({ method: 'GET', path: '/webhooks', route: '/webhooks', slow: true, ...passed })
  const ours = listed.flatMap(readListed).filter(({ url }) => URL.canParse(url) && pointsHere(new URL(url)))
  let [rearmed, stopped] = [0, 0]
  for (const { uuid, url, state, eventTypes } of ours) {
    if (state !== 'FAILED') continue
    try {
      const body = { url, eventTypes, hmac: webhookSecret }
      const path = `/webhooks/${encodeURIComponent(uuid)}`
      await client.call({ method: 'POST', path, route: '/webhooks/:uuid', body, ...passed })
      rearmed += 1
    } catch (error) {
      // Daily could not reach the address. An operator has to act, and the next check tries again.
      if (!(error instanceof DailyRefusal)) throw error
      stopped += 1
    }
  }
  const account = await readDailyAccount(client, signal)
  return {
    found: ours.length,
    rearmed,
    stopped,
    isOtherMode: account.isHipaa === null ? null : account.isHipaa !== isHipaa,
    isRecording: account.isRecording,
  }
}

const readListed = (value: unknown): ListedWebhook[] => {
  const { uuid, url, state, eventTypes } = (value ?? {}) as Readonly<Record<string, unknown>>
  if (typeof uuid !== 'string' || typeof url !== 'string' || typeof state !== 'string') return []
  const kinds = Array.isArray(eventTypes) ? eventTypes.filter((kind) => typeof kind === 'string') : []
  return [{ uuid, url, state, eventTypes: kinds }]
}
