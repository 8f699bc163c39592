import { html, type TemplateResult } from 'lit'
import { moveFocus } from '../core/focus.ts'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { backButton } from './back-button.ts'
import { panels } from './panels.ts'
import type { Schedule } from './read-schedule.ts'
import { scheduleSkeleton } from './schedule-skeleton.ts'
import type { Panel, PanelName, PanelTarget, ScheduleView } from './schedule-view.ts'

/** Opens one panel at a time in place of the calendar. One that failed to load says so. */
export class PanelSwitch {
  readonly #view: ScheduleView
  readonly #shown: Loader<Panel>
  readonly #made = new Map<PanelName, Panel>()
  #open: AbortController | null = null
  #name: PanelName | null = null
  /** The list from which the panel was opened. */
  #list: (() => void) | null = null
  #again = (): void => undefined

  constructor(view: ScheduleView) {
    this.#view = view
    this.#shown = new Loader(view.host)
  }

  /** @param life - Aborted when the element is disconnected. */
  open(name: PanelName, target: PanelTarget, life: AbortSignal): void {
    const list = this.#name === 'needsTime' ? () => this.open('needsTime', {}, life) : null
    this.close()
    this.#name = name
    this.#list = list
    const open = (this.#open = new AbortController())
    life.addEventListener('abort', () => open.abort(), { once: true })
    this.#again = () => this.open(name, target, life)
    void this.#shown
      .run(async (loading) => {
        const panel = await this.#panel(name)
        loading.throwIfAborted()
        panel.open(target, open.signal)
        return panel
      })
      .then((panel) => (panel && this.#open === open ? moveFocus(this.#view.host, '#heading') : undefined))
  }

  /** Something was done: the next one of the list, if it was opened from one, else the calendar. */
  finish(): void {
    const list = this.#list
    this.close()
    list?.()
  }

  close(): void {
    this.#open?.abort()
    this.#open = null
    this.#name = null
    this.#list = null
    this.#shown.value?.close()
    this.#shown.reset()
  }

  follow(schedule: Schedule): void {
    this.#shown.value?.follow?.(schedule)
  }

  /** Null while the calendar is shown. */
  render(): TemplateResult | null {
    if (!this.#open) return null
    const { value, problem } = this.#shown
    if (value) return value.render()
    const { host, t } = this.#view
    return html`<div class="stack">
      ${backButton(this.#view)}
      ${problem ? problemView(host, problem, { texts: t, retry: this.#again }) : scheduleSkeleton(t('loadingPanel'))}
    </div>`
  }

  async #panel(name: PanelName): Promise<Panel> {
    const known = this.#made.get(name)
    if (known) return known
    const Panel = await loadModule(panels[name]())
    const panel = this.#made.get(name) ?? new Panel(this.#view)
    this.#made.set(name, panel)
    // The texts of the panel are requested in the language of the page.
    const { language } = this.#view.host
    language.refresh()
    await language.ready
    return panel
  }
}
