import { invalid, ok, refuse, strings, type Answer, type Body, type Handler } from './rest-answer.ts'
import { webhookEventTypes, type Webhook, type Webhooks } from './webhooks.ts'

const base64 = /^[A-Za-z0-9+/]+={0,2}$/

/** The error in the body of a create or update request, or null. `url` may be absent in an update. */
const faultOfWebhook = ({ url, eventTypes, hmac }: Body): string | null => {
  const kinds = strings(eventTypes)
  if (url !== undefined && (typeof url !== 'string' || !URL.canParse(url))) return "'url' must be a valid URL"
  const unknown = kinds?.find((kind) => !webhookEventTypes.includes(kind))
  if (kinds === null || unknown !== undefined) return `unknown event type '${unknown ?? ''}'`
  if (hmac !== undefined && (typeof hmac !== 'string' || !base64.test(hmac))) return "'hmac' must be base64"
  return null
}

const unreachable = 'non-200 status code returned from webhook endpoint'

/** `/v1/webhooks` (docs.daily.co/reference/rest-api/webhooks). Creating and updating send a test request to the address first. */
export const webhookRoutes = (
  webhooks: Webhooks,
  domainId: string,
): [method: 'GET' | 'POST' | 'DELETE', path: string, handler: Handler][] => {
  const describe = (webhook: Webhook) => ({ ...webhook, domainId, basicAuth: null, retryType: 'circuit-breaker' })
  const withWebhook = (uuid: string | undefined, use: (webhook: Webhook) => Answer | Promise<Answer>) => {
    const webhook = webhooks.get(uuid ?? '')
    return webhook ? use(webhook) : refuse(404, 'not-found', 'webhook not found')
  }
  return [
    ['GET', '/v1/webhooks', () => ok(webhooks.list().map(describe))],
    [
      'POST',
      '/v1/webhooks',
      async (_, body) => {
        const fault = faultOfWebhook(body)
        if (fault) return invalid(fault)
        const kinds = strings(body['eventTypes']) ?? []
        if (typeof body['url'] !== 'string') return invalid("'url' must be a valid URL")
        if (kinds.length === 0) return invalid("unknown event type ''")
        const webhook = await webhooks.create(body['url'], kinds, body['hmac'] as string | undefined)
        return webhook ? ok(describe(webhook)) : invalid(unreachable)
      },
    ],
    ['GET', '/v1/webhooks/:uuid', ({ uuid }) => withWebhook(uuid, (webhook) => ok(describe(webhook)))],
    [
      // "You can also use this endpoint to re-activate a webhook that has entered a failed state - just use the same url as before."
      'POST',
      '/v1/webhooks/:uuid',
      ({ uuid }, body) =>
        withWebhook(uuid, async (webhook) => {
          const fault = faultOfWebhook(body)
          if (fault) return invalid(fault)
          const kinds = strings(body['eventTypes']) ?? []
          const updated = await webhooks.update(webhook, {
            ...(typeof body['url'] === 'string' ? { url: body['url'] } : {}),
            ...(kinds.length > 0 ? { eventTypes: kinds } : {}),
            ...(typeof body['hmac'] === 'string' ? { hmac: body['hmac'] } : {}),
          })
          return updated ? ok(describe(webhook)) : invalid(unreachable)
        }),
    ],
    [
      'DELETE',
      '/v1/webhooks/:uuid',
      ({ uuid }) => withWebhook(uuid, ({ uuid: id }) => ok({ deleted: webhooks.remove(id) })),
    ],
  ]
}
