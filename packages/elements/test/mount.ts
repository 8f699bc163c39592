import { nothing, render, type TemplateResult } from 'lit'
import { deepQuery, waitFor } from './story.ts'

/** Elements take a removal for one, and not for a move, when the current task has ended. */
export const removed = (): Promise<void> => Promise.resolve()

export { pageText } from './page-text.ts'

/** Renders into an empty page with a language and waits until the elements have rendered. */
export const mount = async (content: TemplateResult, lang = 'en'): Promise<HTMLElement> => {
  unmount()
  Object.assign(document.documentElement, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' })
  render(content, document.body)
  await settled()
  return document.body
}

export const unmount = (): void => void render(nothing, document.body)

/** Waits until pending requests are answered and rendered. */
export const settled = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 30))
  await waitFor(() => !deepQuery(document.body, '[aria-busy="true"]'), 'the answer')
  await new Promise((resolve) => setTimeout(resolve, 10))
}
