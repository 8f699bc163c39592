import { render, type TemplateResult } from 'lit'
import { buttonStyles } from '../core/styles/button.ts'
import { iconStyles } from '../core/styles/icon.ts'
import { smallWindowStyles } from './small-window.styles.ts'

/** Chrome and Edge 116, Firefox 151. */
interface PictureInPicture {
  requestWindow(size: { width: number; height: number }): Promise<Window & typeof globalThis>
}

/** Of the window that lies over every other one, in CSS pixels. */
const SIZE = { width: 340, height: 400 }

const SILENT_MS = 100

const styleText = [buttonStyles, iconStyles, smallWindowStyles].map(({ cssText }) => cssText).join('')
const properties = [...new Set(styleText.match(/--(?:_|visit-)[\w-]+/g))]

interface Place {
  readonly box: HTMLElement
  readonly root: ShadowRoot
  close(): void
}

/**
 * Where the call is shown while the page shows its room nowhere: a window of its own over all others, where the browser has that and the
 * person has just pressed something, else a box in the corner of the page.
 */
export class SmallWindow {
  readonly #room: HTMLElement
  readonly #redraw: () => void
  #place: Place | null = null
  #isOpen = false
  /** Screen readers announce only changes of a text that they know: it is empty for a moment. */
  isSilent = true

  /** @param redraw - Called when there is another place to draw in. */
  constructor(room: HTMLElement, redraw: () => void) {
    this.#room = room
    this.#redraw = redraw
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** @param mayLeavePage - The room is gone from the page, not only scrolled away. */
  open(mayLeavePage: boolean): void {
    if (this.#isOpen) return
    this.#isOpen = true
    const offered = mayLeavePage && navigator.userActivation?.isActive ? pictureInPicture() : undefined
    if (offered) void this.#openOutside(offered)
    else this.#openInPage()
  }

  draw(content: TemplateResult): void {
    if (!this.#place) return
    render(content, this.#place.root)
    const { box } = this.#place
    const from = getComputedStyle(this.#room)
    for (const name of properties) box.style.setProperty(name, from.getPropertyValue(name))
  }

  close(): void {
    this.#isOpen = false
    const place = this.#place
    this.#place = null
    place?.close()
  }

  /** A browser may refuse, and the person may close the window: neither hides that they are seen and heard. */
  async #openOutside(offered: PictureInPicture): Promise<void> {
    const view = await offered.requestWindow(SIZE).catch(() => null)
    // It was closed, or closed and opened again, in the meantime.
    if (!this.#isOpen || this.#place) return view?.close()
    if (!view) return this.#openInPage()
    const { document: page } = view
    page.documentElement.lang = document.documentElement.lang
    page.title = document.title
    page.body.style.margin = '0'
    view.addEventListener('pagehide', () => this.#isOpen && this.#place === place && this.#openInPage(), { once: true })
    const place: Place = { ...createBox(view), close: () => view.close() }
    place.box.className = 'own'
    this.#use(place)
  }

  #openInPage(): void {
    const place = createBox(window)
    const { box } = place
    if ('popover' in box) {
      // Over the page's own dialogs and bars.
      box.popover = 'manual'
      box.showPopover()
    }
    const makeWay = (event: FocusEvent): void => stepAside(box, event)
    document.addEventListener('focusin', makeWay)
    this.#use({
      ...place,
      close: () => {
        document.removeEventListener('focusin', makeWay)
        box.remove()
      },
    })
  }

  #use(place: Place): void {
    this.#place = place
    this.isSilent = true
    this.#redraw()
    setTimeout(() => {
      this.isSilent = false
      this.#redraw()
    }, SILENT_MS)
  }
}

const pictureInPicture = (): PictureInPicture | undefined =>
  (globalThis as { documentPictureInPicture?: PictureInPicture }).documentPictureInPicture

/** A style sheet belongs to one document. */
const createBox = (view: Window & typeof globalThis): Pick<Place, 'box' | 'root'> => {
  const box = view.document.createElement('div')
  const root = box.attachShadow({ mode: 'open' })
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(styleText)
  root.adoptedStyleSheets = [sheet]
  view.document.body.append(box)
  return { box, root }
}

/** What has the focus is never covered: the box goes to the other corner (WCAG 2.2, 2.4.11). */
const stepAside = (box: HTMLElement, event: FocusEvent): void => {
  const [target] = event.composedPath()
  if (!(target instanceof Element) || event.target === box) return
  const [one, other] = [box.getBoundingClientRect(), target.getBoundingClientRect()]
  const isCovered = one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  // What is as wide as the page is covered in both corners.
  if (isCovered && other.width < innerWidth / 2) box.classList.toggle('aside')
}
