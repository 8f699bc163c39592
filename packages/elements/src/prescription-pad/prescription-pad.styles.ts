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
  .grid.answer {
    grid-template-columns: minmax(5em, 8em) minmax(0, 1fr);
    max-inline-size: 44em;
  }
  .grid.answer > :only-child {
    grid-column: 1 / -1;
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
  /* A section of a label has many lines. */
  .drug-label .chosen {
    max-block-size: 18em;
    overflow: auto;
    white-space: pre-line;
  }
  .boxed {
    border: 2px solid;
  }
  .events > li {
    padding-block: var(--_s);
  }
`
