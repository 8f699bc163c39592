import type { BrowserContext, Page } from 'playwright'

export interface Step {
  readonly name: string
  /** Presses of the mouse or of a finger. */
  readonly clicks: number
  /** Text fields and lists in which something was entered or chosen. */
  readonly fields: number
  readonly seconds: number
}

export interface RoleDay {
  readonly page: Page
  readonly steps: readonly Step[]
  /** Plays one step, and counts what the person does in it. */
  step(name: string, play: (page: Page) => Promise<unknown>): Promise<void>
}

/** Reports each act to `count`. Runs in every document of the browser. */
const report = (): void => {
  const entered = new WeakSet<EventTarget>()
  const { countAct } = globalThis as unknown as { countAct(kind: 'clicks' | 'fields'): void }
  addEventListener('pointerdown', ({ isTrusted }) => isTrusted && countAct('clicks'), true)
  addEventListener(
    'input',
    (event) => {
      const [field] = event.composedPath()
      const isClicked = field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)
      if (!field || isClicked || entered.has(field)) return
      entered.add(field)
      countAct('fields')
    },
    true,
  )
}

/** Counts in the browser itself, so that no helper can leave an act out. */
export const countSteps = async (context: BrowserContext): Promise<RoleDay> => {
  const acts = { clicks: 0, fields: 0 }
  await context.exposeFunction('countAct', (kind: keyof typeof acts) => {
    acts[kind] += 1
  })
  await context.addInitScript(report)
  const page = await context.newPage()
  const steps: Step[] = []
  return {
    page,
    steps,
    step: async (name, play) => {
      Object.assign(acts, { clicks: 0, fields: 0 })
      const startedAt = performance.now()
      await play(page)
      steps.push({ name, ...acts, seconds: (performance.now() - startedAt) / 1000 })
    },
  }
}
