import { css } from 'lit'
import { overLabel } from '../core/styles/over-label.ts'

export const scheduleStyles = css`
  /* Some languages write months and weekdays in lower case; a heading begins with a capital. */
  h3::first-letter {
    text-transform: uppercase;
  }
  .whose {
    inline-size: min(100%, 18em);
  }
  /* The title begins the line, and the first action ends it. */
  .between > .row:only-child {
    flex: 1;
    justify-content: space-between;
  }
  .steps {
    gap: var(--_s);
  }
  .periods {
    gap: 0;
    min-inline-size: max-content;
  }
  .period {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    padding: calc(var(--_s) * 1.5) calc(var(--_s) * 3.5);
    font-weight: 600;
    border: 1px solid var(--_edge);
    cursor: pointer;
  }
  .period:first-of-type {
    border-start-start-radius: calc(var(--_radius) * 0.8);
    border-end-start-radius: calc(var(--_radius) * 0.8);
    border-inline-end-width: 0;
  }
  .period:last-of-type {
    border-start-end-radius: calc(var(--_radius) * 0.8);
    border-end-end-radius: calc(var(--_radius) * 0.8);
  }
  .period:has(:checked) {
    background: var(--_accent-weak);
    color: var(--_accent-text);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .period:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
    z-index: 1;
  }
  .period input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .head {
    padding-block: calc(var(--_s) * 3);
  }
  .head.today {
    border-inline-start: 3px solid var(--_accent);
  }
  .card.warn {
    border-inline-start: 4px solid var(--_warn);
  }
  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_s) * 2) calc(var(--_s) * 4);
    padding: calc(var(--_s) * 3) calc(var(--_s) * 5);
    border-block-start: 1px solid var(--_line);
  }
  .card.rows > li:first-child {
    border-block-start: 0;
  }
  .rows .when {
    inline-size: 11.5em;
  }
  .rows .grow {
    min-inline-size: min(100%, 11em);
  }
  form:is(.missing-interpreter, .missing-captioner) {
    margin-block-start: calc(var(--_s) * 2);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_s) * 1.5);
  }
  .chips .chip {
    white-space: normal;
  }
  .actions {
    flex-wrap: wrap;
    gap: calc(var(--_s) * 2);
  }
  .grid {
    --minute: 1.6px;
    display: grid;
    grid-template-columns: 4.75em repeat(7, minmax(0, 1fr));
    overflow: clip;
  }
  .axis,
  .track {
    position: relative;
    block-size: calc(var(--height) * var(--minute));
  }
  .axis {
    margin-block-start: calc(var(--_s) * 10);
  }
  .axis > span,
  .track > span,
  .block {
    position: absolute;
    inset-block-start: calc((var(--at) - var(--first)) * var(--minute));
    block-size: calc(var(--for) * var(--minute));
  }
  .axis > span {
    inset-inline-end: calc(var(--_s) * 2);
    white-space: nowrap;
  }
  .column {
    border-inline-start: 1px solid var(--_line);
    min-inline-size: 0;
  }
  .column > h3 {
    block-size: calc(var(--_s) * 10);
    padding: calc(var(--_s) * 2) calc(var(--_s) * 2);
    text-align: center;
    border-block-end: 1px solid var(--_line);
    white-space: nowrap;
  }
  .column.today > h3 {
    color: var(--_accent-text);
    box-shadow: inset 0 -3px var(--_accent);
  }
  .track {
    background: var(--_canvas);
  }
  .track > span {
    inset-inline: 0;
  }
  .track > .open {
    background: var(--_surface);
  }
  .track > .off {
    padding: var(--_s) calc(var(--_s) * 2);
    color: var(--_warn);
    background: var(--_warn-weak);
  }
  .block {
    inset-inline-start: calc(100% / var(--lanes) * var(--lane));
    inline-size: calc(100% / var(--lanes));
    min-block-size: 24px;
    padding: 1px;
  }
  .block > button {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    padding: 1px calc(var(--_s) * 1.5);
    overflow: hidden;
    font: inherit;
    font-size: calc(var(--_rem) * 0.8125);
    line-height: 1.35;
    text-align: start;
    color: var(--_ink);
    background: var(--_accent-weak);
    border: 1px solid var(--_accent);
    border-inline-start-width: 4px;
    border-radius: calc(var(--_radius) * 0.5);
    cursor: pointer;
  }
  .block.movable > button {
    touch-action: pan-y;
  }
  .block.unsupported > button {
    background: var(--_danger-weak);
    border-color: var(--_danger);
  }
  .block.completed > button,
  .block.no-show > button {
    background: var(--_surface);
    border-color: var(--_edge);
  }
  .block > button[aria-expanded='true'] {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .block.dragged {
    z-index: 2;
    translate: var(--right) var(--below);
    pointer-events: none;
    opacity: 0.85;
  }
  .block b {
    display: block;
  }
  .block .line b {
    display: inline;
  }
  .block b,
  .block .line {
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .block .line {
    display: block;
  }
  .block.unsupported .state {
    color: var(--_danger);
    font-weight: 600;
  }
  @container (max-width: 480px) {
    /* A form has the whole row, and the buttons the next one. */
    .rows .when,
    .rows .grow:has(form) {
      flex-basis: 100%;
    }
    .periods,
    .period {
      flex: 1;
      justify-content: center;
    }
    .actions,
    .actions .btn {
      flex: 1;
    }
    .rows > li,
    .pad {
      padding-inline: calc(var(--_s) * 4);
    }
  }
  ${overLabel}
`
