import type { MessageBundle, Messages } from './message-types.ts'

const texts = new Map<MessageBundle, Messages>()
const coming = new Map<MessageBundle, Promise<void>>()

/** The English texts of a bundle that are fetched after the first drawing, once for all elements of a page. */
export const laterTexts = {
  of: (bundle: MessageBundle): Messages | undefined => texts.get(bundle),

  isComing: (bundle: MessageBundle): boolean => coming.has(bundle),

  /** Resolves when the texts are there or cannot be had; null when there are none to wait for. Never rejects. */
  fetch(bundle: MessageBundle): Promise<void> | null {
    if (!bundle.later || texts.has(bundle)) return null
    const asked =
      coming.get(bundle) ??
      bundle
        .later()
        .then(
          (found) => void texts.set(bundle, found),
          () => undefined, // offline: the eager texts say that, and stand in for the rest
        )
        .finally(() => coming.delete(bundle))
    coming.set(bundle, asked)
    return asked
  },
}
