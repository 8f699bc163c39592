import type { ReactiveControllerHost, TemplateResult } from 'lit'
import type { Formatter } from './format.ts'
import type { Language } from './localize.ts'

/** The content below a refusal, or in its place after cover was taken. */
export interface CoverView {
  readonly view?: TemplateResult
  /** The step is open: another button would compete with its own. */
  readonly isOpen?: boolean
  readonly instead?: TemplateResult
}

/** The element in which cover is taken. */
export interface CoverHost extends ReactiveControllerHost, HTMLElement {
  readonly language: Language
  readonly format: Formatter
  announce(text: string): void
}
