import { html, type TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { pageText } from './page-text.ts'

/** One state of one element: a plain CSF object. Storybook shows it, tests check it, and screenshots are taken of it. */
export interface Story {
  render(): TemplateResult
  /** Brings the element to the state with user actions. */
  play?(context: { canvasElement: HTMLElement }): Promise<void>
  /** Maximum width in pixels, without padding. Default 640, a patient's column. */
  width?: number
}

/** The default export of a stories file (required by CSF). */
export interface StoryMeta {
  title: string
}

/** An element inside a provider. */
export const withProvider = (client: VisitClient, content: TemplateResult): TemplateResult =>
  html`<visit-provider .client=${client}>${content}</visit-provider>`

/** The first element that matches, in the light tree or in any shadow tree. */
export const deepQuery = <E extends Element = HTMLElement>(root: ParentNode, selector: string): E | null => {
  const found = root.querySelector<E>(selector)
  if (found) return found
  for (const element of root.querySelectorAll('*')) {
    const inside = element.shadowRoot && deepQuery<E>(element.shadowRoot, selector)
    if (inside) return inside
  }
  return null
}

/** Thrown when a test waited without success: a failed assertion like any other, with the name that reports use. */
class AssertionError extends Error {
  static {
    this.prototype.name = 'AssertionError'
  }
}

/** Long enough for a machine with much else to do: a wait that succeeds ends at once. */
const limitSeconds = 20

/** Waits until the function returns a value. */
export const waitFor = async <T>(look: () => T | null | undefined | false, what = 'it'): Promise<T> => {
  const until = performance.now() + limitSeconds * 1000
  for (;;) {
    const found = look()
    if (found) return found
    if (performance.now() > until)
      throw new AssertionError(
        `Waited ${limitSeconds} seconds for ${what}. The page shows: ${pageText().slice(0, 2000)}`,
      )
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Every video in the light tree and in any shadow tree. */
const videosIn = (root: ParentNode): HTMLVideoElement[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element instanceof HTMLVideoElement ? [element] : []),
    ...(element.shadowRoot ? videosIn(element.shadowRoot) : []),
  ])

/** Waits until the first person sees the other one. A failure says of each video how far it came, also of the own camera. */
export const waitForPicture = async (root: ParentNode): Promise<void> => {
  const isShown = (): boolean =>
    (deepQuery<HTMLVideoElement>(root, 'video[part="remote-video"]')?.readyState ?? 0) >=
    HTMLMediaElement.HAVE_CURRENT_DATA
  await waitFor(isShown, 'a picture of the other person').catch((error: unknown) => {
    const videos = videosIn(root).map((video) => {
      const [track] = (video.srcObject instanceof MediaStream ? video.srcObject : new MediaStream()).getVideoTracks()
      const { totalVideoFrames } = video.getVideoPlaybackQuality()
      return `${video.part.value || 'own'}: state ${video.readyState}, ${totalVideoFrames} frames, track ${track?.readyState ?? 'none'}${track?.muted ? ' and muted' : ''}`
    })
    throw new AssertionError(`${error instanceof Error ? error.message : ''} Videos: ${videos.join('; ')}`)
  })
}

/** Clicks the element of a selector, in any language of the page. */
export const clickOn = async (root: ParentNode, selector: string): Promise<void> => {
  ;(await waitFor<HTMLElement>(() => deepQuery(root, selector), selector)).click()
}

/** Clicks the button, link or choice whose accessible text contains this. */
export const press = async (root: ParentNode, text: string | RegExp): Promise<void> => {
  const button = await waitFor(() => findByText(root, text), `a control "${String(text)}"`)
  button.click()
}

const findByText = (root: ParentNode, text: string | RegExp): HTMLElement | null => {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches('button:not(:disabled), a[href], label, summary') && !element.closest('.kept[hidden]')) {
      const words = `${element.textContent} ${element.getAttribute('aria-label') ?? ''}`
      if (typeof text === 'string' ? words.includes(text) : text.test(words)) return element
    }
    const inside = element.shadowRoot && findByText(element.shadowRoot, text)
    if (inside) return inside
  }
  return null
}
