import { drawnAt } from './drawn-at.ts'

/** Above everything else for a moment, by intention: what is below is covered while they are open. */
const popups = 'dialog, [popover], [role=dialog], [role=listbox], [role=menu], [role=tooltip]'

/** Pixels by which boxes of texts may overlap: lines are higher than their letters. */
const slack = 3

interface ShownText {
  readonly element: Element
  readonly text: string
  /** One for each line, without what its scrolling ancestors hide. */
  readonly lines: readonly DOMRect[]
}

/** The parent in the page as it is drawn: of a slotted element its slot, of a shadow tree its host. */
const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null

const ancestorsOf = (element: Element): Element[] => {
  const found: Element[] = []
  for (let one: Element | null = element; one; one = parentOf(one)) found.push(one)
  return found
}

const intersectionOf = (a: DOMRect, b: DOMRect): DOMRect => {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)]
  const [width, height] = [Math.min(a.right, b.right) - left, Math.min(a.bottom, b.bottom) - top]
  return new DOMRect(left, top, Math.max(0, width), Math.max(0, height))
}

const isLarge = ({ width, height }: DOMRect): boolean => width > slack && height > slack

const clipped = (rect: DOMRect, ancestors: readonly Element[]): DOMRect =>
  ancestors.reduce((rest, one) => {
    const { overflowX, overflowY } = getComputedStyle(one)
    const clips = overflowX !== 'visible' || overflowY !== 'visible'
    return clips && one !== document.body && one !== document.documentElement
      ? intersectionOf(rest, one.getBoundingClientRect())
      : rest
  }, rect)

/** Read out only, or drawn by the browser. */
const isHiddenFromSight = (ancestors: readonly Element[]): boolean =>
  ancestors.some((one) => one.matches('option, svg') || getComputedStyle(one).clipPath === 'inset(50%)')

const textsIn = (root: ParentNode): ShownText[] =>
  [...root.querySelectorAll('*')].flatMap((element) => {
    const inside = element.shadowRoot ? textsIn(element.shadowRoot) : []
    const nodes = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    if (nodes.length === 0 || element.matches('style, script, title')) return inside
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return inside
    const ancestors = ancestorsOf(element)
    if (isHiddenFromSight(ancestors)) return inside
    const lines = nodes.flatMap((node) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      return [...range.getClientRects()].map((rect) => clipped(rect, ancestors)).filter(isLarge)
    })
    return [{ element, text: element.textContent.replaceAll(/\s+/g, ' ').trim(), lines }, ...inside]
  })

const isOpaque = (element: Element): boolean =>
  element.matches('video, img, canvas') ||
  !/^(rgba\(.*, 0\)|transparent)$/.test(getComputedStyle(element).backgroundColor)

const isPopup = (element: Element): boolean => ancestorsOf(element).some((one) => one.matches(popups))

/** What covers a text: another text, or something that is not transparent. */
export const coveredTexts = (root: ParentNode = document.body): string[] => {
  const shown = textsIn(root).filter(({ lines }) => lines.length > 0)
  const open = shown.filter(({ element }) => isPopup(element))
  const page = open.length > 0 ? open : shown
  const onTexts = page.flatMap((one, index) =>
    page
      .slice(index + 1)
      .filter((other) => one.lines.some((a) => other.lines.some((b) => isLarge(intersectionOf(a, b)))))
      .map((other) => `"${one.text}" and "${other.text}" cover each other`),
  )
  const underOthers = page.flatMap(({ element, text, lines }) => {
    if (getComputedStyle(element).pointerEvents === 'none') return []
    const own = new Set(ancestorsOf(element))
    const above = lines
      .map(({ left, top, width, height }) => drawnAt(left + width / 2, top + height / 2))
      .find((found) => found && !own.has(found) && !ancestorsOf(found).includes(element) && isOpaque(found))
    return above ? [`"${text}" is covered by ${above.localName}.${above.className}`] : []
  })
  return [...onTexts, ...underOthers]
}
