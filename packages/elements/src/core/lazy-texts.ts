import type { MessageBundle, Messages } from './message-types.ts'

const texts = new Map<MessageBundle, Messages>()
const pendingTexts = new Map<MessageBundle, Promise<void>>()

/** The English texts of a bundle that load after the first render, once for all elements of a page. */
export const lazyTexts = {
  of: (bundle: MessageBundle): Messages | undefined => texts.get(bundle),

  isLoading: (bundle: MessageBundle): boolean => pendingTexts.has(bundle),

  /** Resolves when the texts are loaded or cannot be loaded; null when there are none to wait for. Never rejects. */
  fetch(bundle: MessageBundle): Promise<void> | null {
    if (!bundle.lazy || texts.has(bundle)) return null
    const asked =
      pendingTexts.get(bundle) ??
      bundle
        .lazy()
        .then(
          (found) => void texts.set(bundle, found),
          () => undefined, // offline: the eager texts report that, and replace the rest
        )
        .finally(() => pendingTexts.delete(bundle))
    pendingTexts.set(bundle, asked)
    return asked
  },
}
