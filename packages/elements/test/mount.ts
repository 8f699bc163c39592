import { nothing, render, type TemplateResult } from 'lit'
import { deepQuery, waitFor } from './story.ts'

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

/** All readable text of the page, through every shadow root, without styles, and without a list that is kept while a page is shown. */
export const pageText = (root: ParentNode = document.body): string =>
  [...root.childNodes]
    .map((node): string => {
      if (node instanceof Text) return node.data
      if (!(node instanceof Element) || node.matches('style, script, .kept[hidden]')) return ''
      return `${node.shadowRoot ? pageText(node.shadowRoot) : ''} ${pageText(node)}`
    })
    .join(' ')
    .replace(/\s+/g, ' ')
