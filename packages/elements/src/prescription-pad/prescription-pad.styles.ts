import { css } from 'lit'

export const prescriptionPadStyles = css`
  .head,
  .prescription,
  .notice,
  .more {
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
  }
  .head,
  .form,
  .asks {
    border-block-end: 1px solid var(--_line);
  }
  .asks {
    background: var(--_accent-weak);
    border-radius: 0;
  }
  .chosen,
  .ask {
    padding: calc(var(--_s) * 3);
    background: var(--_canvas);
  }
  .chosen,
  .ask,
  .favorites {
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  fieldset.stack {
    gap: calc(var(--_s) * 3);
  }
  legend.title {
    font-size: calc(var(--_rem) * 1.0667);
    line-height: 1.3;
    padding-block-end: calc(var(--_s) * 2);
  }
  /* Fields in a row share the height of their labels, so that a label of two lines moves no field out of its row. */
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(6.5em, 100%), 1fr));
    gap: calc(var(--_s) * 3);
  }
  .grid > .field {
    display: grid;
    grid-template-rows: subgrid;
    grid-row: span 3;
    row-gap: var(--_s);
  }
  .grid > .field > label {
    align-self: end;
  }
  .grid.two {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .grid.two > :last-child {
    grid-column: 1 / -1;
  }
  .grid.answer {
    grid-template-columns: minmax(5em, 8em) minmax(0, 1fr);
    max-inline-size: 44em;
  }
  .grid.answer > :only-child {
    grid-column: 1 / -1;
  }
  .halves {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(24em, 100%), 1fr));
    gap: calc(var(--_s) * 5) calc(var(--_s) * 6);
  }
  .label-text {
    padding: calc(var(--_s) * 3);
    border: 1px solid var(--_accent);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_surface);
    min-block-size: calc(var(--_rem) * 4.5);
  }
  .label-text output {
    font-weight: 600;
  }
  .prescription {
    gap: var(--_s);
  }
  .prescription > .row {
    gap: 0 calc(var(--_s) * 2);
    align-items: start;
  }
  .acts {
    margin-inline-start: auto;
  }
  .prescription > .row > details[open] {
    flex-basis: 100%;
  }
  /* Wide enough to be read; the buttons wrap below it where there is no room. */
  .favorite-text {
    flex: 1 1 18em;
    padding-block-end: var(--_s);
  }
  .rows-of > * + * {
    border-block-start: 1px solid var(--_line);
  }
  summary {
    inline-size: fit-content;
    padding-block: var(--_s);
    cursor: pointer;
    color: var(--_accent-text);
    font-weight: 600;
  }
  .events > li {
    padding-block: var(--_s);
  }
`
