import type { Me, Organization, VisitClient } from '@visitkit/sdk'
import type { VideoOptions, VisitConnection } from '../core/client-context.ts'
import type { MessageOverrides } from '../core/localize.ts'

/** What elements receive for one client: responses that are requested once and shared. A failed request is repeated next time. */
export const connectClient = (
  client: VisitClient | null,
  messages: MessageOverrides,
  videoOptions: VideoOptions,
): VisitConnection => {
  const known: { me?: Me; organization?: Organization } = {}
  const once = <T>(work: (current: VisitClient) => Promise<T>) => {
    let answer: Promise<T> | undefined
    return {
      read: (): Promise<T> => {
        if (!client) return Promise.reject(new Error('There is no session.'))
        answer ??= work(client).catch((error: unknown) => {
          answer = undefined
          throw error
        })
        return answer
      },
      forget: (): void => void (answer = undefined),
    }
  }
  const me = once<Me>(async (current) => (known.me = await current.me.get()))
  return {
    client,
    messages,
    videoOptions,
    known,
    me: me.read,
    forgetMe: me.forget,
    organization: once<Organization>(async (current) => (known.organization = await current.organization.get())).read,
  }
}
