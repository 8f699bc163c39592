import { css } from 'lit'
import { overLabel } from '../core/styles/over-label.ts'

export const timeChoiceStyles = css`
  /* Some languages write months and weekdays in lower case; a heading begins with a capital. */
  h3::first-letter {
    text-transform: uppercase;
  }
  .turns {
    gap: 0;
    min-block-size: var(--_target);
    margin-inline-end: calc(var(--_s) * -3);
  }
  .turns .btn {
    padding-inline: calc(var(--_s) * 3);
  }
  .days {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: calc(var(--_s) * 2);
  }
  .day {
    display: block;
    position: relative;
    min-block-size: calc(var(--_target) * 1.9);
    padding-block: calc(var(--_s) * 2);
    text-align: center;
    white-space: nowrap;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--visit-day-background, var(--_surface));
    cursor: pointer;
  }
  /* As large as its label, so that the browser brings all of it into view. */
  .day input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .day b {
    display: block;
    font-size: calc(var(--_rem) * 1.25);
  }
  .day:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_accent-weak);
  }
  .day:has(:disabled) {
    color: var(--_faint);
    background: none;
    cursor: default;
  }
  .day:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .day:not(:has(:disabled, :checked)):hover {
    border-color: var(--_edge);
  }
  .part {
    font-size: var(--_rem);
    gap: calc(var(--_s) * 2);
  }
  .parts {
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_surface);
  }
  details.part + details.part {
    border-block-start: 1px solid var(--_line);
  }
  details.part > div {
    padding: 0 calc(var(--_s) * 4) calc(var(--_s) * 4);
  }
  summary {
    min-block-size: var(--_target);
    padding: calc(var(--_s) * 2) calc(var(--_s) * 4);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary h4 {
    flex: 1;
  }
  summary::after {
    content: '';
    flex: none;
    inline-size: calc(var(--_s) * 2);
    block-size: calc(var(--_s) * 2);
    border: solid var(--_muted);
    border-width: 0 2px 2px 0;
    transform: translateY(-25%) rotate(45deg);
  }
  details[open] > summary::after {
    transform: translateY(25%) rotate(225deg);
  }
  summary:focus-visible {
    outline-offset: -3px;
  }
  .slots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(calc(var(--_rem) * 5.5), 1fr));
    gap: calc(var(--_s) * 2);
  }
  .slot {
    min-block-size: var(--_target);
    padding: var(--_s) 0;
    font: inherit;
    white-space: nowrap;
    color: inherit;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--visit-slot-background, var(--_surface));
    cursor: pointer;
  }
  .slot:hover {
    border-color: var(--_edge);
  }
  .slot[aria-pressed='true'] {
    color: var(--_accent-ink);
    background: var(--_accent);
    border-color: transparent;
    font-weight: 700;
  }
  .slot.first {
    inline-size: 100%;
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
    text-align: start;
    white-space: normal;
    border-color: var(--_accent);
  }
  p.slot {
    display: grid;
    place-content: center;
    text-align: center;
    background: none;
    cursor: default;
  }
  p.slot:hover {
    border-color: var(--_line);
  }
  p.slot.first {
    display: flex;
    border-color: var(--_line);
  }
  .seats {
    display: block;
    white-space: normal;
  }
  .slot.first b {
    font-size: calc(var(--_rem) * 1.25);
    line-height: 1.3;
  }
  .slot[aria-busy='true'] {
    background: var(--_accent-weak);
    border-color: var(--_accent);
  }
  .fact {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: calc(var(--_s) * 3);
    padding-block: calc(var(--_s) * 3);
  }
  .fact > * {
    grid-column: 1;
  }
  .fact > .change {
    grid-area: 1 / 2 / span 2;
    align-self: center;
  }
  /* With large text, a value keeps its words whole. */
  @container (max-width: 14rem) {
    .fact > .change {
      grid-area: auto / 1;
      justify-self: start;
    }
  }
  [role='timer'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: calc(var(--_s) * 2);
  }
  /* The bar at the bottom does not cover what has the focus or was just chosen (WCAG 2.2, 2.4.11). */
  :is(button, a, input, textarea, select, summary, [tabindex]) {
    scroll-margin-block: calc(var(--_s) * 4) calc(var(--_rem) * 13);
  }
  .bar :is(button, a) {
    scroll-margin-block: calc(var(--_s) * 4);
  }
  @media (max-height: 480px) {
    .bar {
      position: static;
    }
  }
  /* Selected states remain visible in forced-colors mode. */
  @media (forced-colors: active) {
    .day:has(:checked),
    .slot[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
  @container (max-width: 400px) {
    .days {
      gap: var(--_s);
    }
    /* A number and its word do not run into the next day, and the long Arabic weekdays are not broken. */
    .day {
      padding-inline: 0;
      font-size: calc(var(--_rem) * 0.8125);
      white-space: normal;
      line-height: 1.3;
    }
    .bar .btn.primary {
      inline-size: 100%;
    }
  }
  ${overLabel}
`
