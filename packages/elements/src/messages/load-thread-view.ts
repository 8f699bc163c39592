import { loadModule } from '../core/load-module.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { Composers } from './composers.ts'
import type { messagesEn } from './messages.en.ts'
import type { threadCard } from './thread-card.ts'

/** The parts behind the list: a thread, and the composer. */
export interface ThreadView {
  readonly composers: Composers
  readonly threadCard: typeof threadCard
}

/** Loads them; rejects like a lost connection. */
export const loadThreadView = async (host: VisitElement, t: Translate<typeof messagesEn>): Promise<ThreadView> => {
  const [{ Composers }, card] = await loadModule(Promise.all([import('./composers.ts'), import('./thread-card.ts')]))
  return { composers: new Composers(host, t), threadCard: card.threadCard }
}
