import type { Appointment } from '@visitkit/sdk'

/** Pixels after which a press is a drag. */
const DRAG_FROM = 6
/** Minutes between two places. The server knows the start times that can be booked. */
const STEP = 5

/** Moves a block of the grid with a pointer. The visit stays at its time until the person confirms the new one. */
export class DragVisit {
  readonly #dropped: (appointment: Appointment, day: string, minute: number) => void
  #isDragging = false

  /** @param dropped - The day and the minute of the day at which the block was released. */
  constructor(dropped: (appointment: Appointment, day: string, minute: number) => void) {
    this.#dropped = dropped
  }

  begin(down: PointerEvent, appointment: Appointment): void {
    const button = down.currentTarget
    const block = button instanceof HTMLElement ? button.parentElement : null
    if (!block || down.button !== 0 || down.pointerType === 'touch') return
    const grabbed = down.clientY - block.getBoundingClientRect().top
    const ended = new AbortController()
    const { signal } = ended
    this.#isDragging = false
    const move = (event: PointerEvent): void => {
      const [right, below] = [event.clientX - down.clientX, event.clientY - down.clientY]
      if (!this.#isDragging && Math.hypot(right, below) < DRAG_FROM) return
      this.#isDragging = true
      block.classList.add('dragged')
      block.style.setProperty('--right', `${right}px`)
      block.style.setProperty('--below', `${below}px`)
    }
    const end = (): void => {
      ended.abort()
      block.classList.remove('dragged')
      block.style.removeProperty('--right')
      block.style.removeProperty('--below')
    }
    const up = (event: PointerEvent): void => {
      end()
      if (!this.#isDragging) return
      // The click of this release comes before that. A later one, from the keyboard, opens the visit.
      setTimeout(() => (this.#isDragging = false))
      const place = placeAt(block, event.clientX, event.clientY - grabbed)
      if (place) this.#dropped(appointment, place.day, place.minute)
    }
    const key = ({ key: name }: KeyboardEvent): void => {
      if (name === 'Escape') end()
    }
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', up, { signal })
    window.addEventListener('pointercancel', end, { signal })
    window.addEventListener('keydown', key, { signal })
    // The press that ends a drag does not open the visit.
    block.addEventListener(
      'click',
      (click) => {
        if (this.#isDragging) click.stopPropagation()
        this.#isDragging = false
      },
      { capture: true, once: true },
    )
  }
}

const placeAt = (block: Element, x: number, top: number): { readonly day: string; readonly minute: number } | null => {
  const grid = block.closest<HTMLElement>('.grid')
  const tracks = [...(grid?.querySelectorAll<HTMLElement>('.track') ?? [])]
  const track = tracks.find((one) => {
    const { left, right } = one.getBoundingClientRect()
    return x >= left && x < right
  })
  const day = track?.dataset['day']
  if (!grid || !track || !day) return null
  const [first, height] = ['--first', '--height'].map((name) => Number(grid.style.getPropertyValue(name)))
  const box = track.getBoundingClientRect()
  const minute = (first ?? 0) + ((top - box.top) / box.height) * (height ?? 0)
  return { day, minute: Math.max(0, Math.round(minute / STEP) * STEP) }
}
