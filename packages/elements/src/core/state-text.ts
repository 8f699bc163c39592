import { html, type TemplateResult } from 'lit'
import { stateName } from './us-states.ts'

/** The name of a state, which is English on every page. */
export const stateText = (code: string): TemplateResult => html`<bdi lang="en">${stateName(code)}</bdi>`
