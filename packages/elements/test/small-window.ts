import { waitFor } from './story.ts'

/** The window that a room becomes while its page shows it nowhere. It is at the end of a document, outside of every element. */
export const smallWindowIn = (page: Document = document): ShadowRoot | undefined =>
  [...page.body.children]
    .map(({ shadowRoot }) => shadowRoot)
    .find((root): root is ShadowRoot => root?.querySelector('section .sending') != null)

/** With all of its words. */
export const showsSmallWindow = (page?: Document): Promise<ShadowRoot> =>
  waitFor(() => {
    const root = smallWindowIn(page)
    return root?.querySelector('.sending')?.textContent.trim() ? root : undefined
  }, 'the small window')
export const smallWindowGone = (): Promise<boolean> => waitFor(() => !smallWindowIn(), 'the end of the small window')
