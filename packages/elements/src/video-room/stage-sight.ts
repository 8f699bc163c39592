/** The part of the stage that has to be in view, or the part of the view that a large one has to fill. */
const IN_VIEW = 0.2
const OF_VIEW = 0.5

/** A page that moves its parts hides the stage for a moment. */
const SETTLED_MS = 250

/** False under `display: none`, and where it is there without being seen. Safari has `checkVisibility` since 17.4. */
export const isDrawn = (element: Element): boolean =>
  element.checkVisibility
    ? element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
    : element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible'

const isInView = ({ intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry): boolean =>
  intersectionRatio >= IN_VIEW || (rootBounds !== null && intersectionRect.height >= rootBounds.height * OF_VIEW)

/** Watches whether the person can see the stage: not if an ancestor is hidden, or if it is scrolled out of view. */
export class StageSight {
  readonly #changed: (isSeen: boolean) => void
  readonly #isWriting: () => boolean
  readonly #observer = new IntersectionObserver(
    (entries) => {
      this.#isInView = entries.slice(-1).every(isInView)
      this.look()
    },
    { threshold: [0, 0.05, 0.1, 0.15, IN_VIEW] },
  )
  #stage: Element | null = null
  #isInView = true
  #isSeen = true
  #settling: ReturnType<typeof setTimeout> | undefined

  /** @param isWriting - Whether the person writes in the room: they know that they are in it, and nothing may cover what they write. */
  constructor(changed: (isSeen: boolean) => void, isWriting: () => boolean) {
    this.#changed = changed
    this.#isWriting = isWriting
  }

  /** Null when there is none: then nothing is hidden. */
  watch(stage: Element | null): void {
    if (stage === this.#stage) return
    this.#observer.disconnect()
    this.#stage = stage
    this.#isInView = true
    if (stage) this.#observer.observe(stage)
    this.look()
  }

  /** What the observer does not report is seen when this is called: a stage that is transparent, for example. */
  look(): void {
    const isSeen = this.#see()
    clearTimeout(this.#settling)
    if (isSeen) this.#became(true)
    else if (this.#isSeen) this.#settling = setTimeout(() => this.#became(this.#see()), SETTLED_MS)
  }

  #see(): boolean {
    return !this.#stage || (isDrawn(this.#stage) && (this.#isInView || this.#isWriting()))
  }

  #became(isSeen: boolean): void {
    if (isSeen === this.#isSeen) return
    this.#isSeen = isSeen
    this.#changed(isSeen)
  }
}
