import { css } from 'lit'

export const prescriptionPadStyles = css`
  .head {
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
    border-block-end: 1px solid var(--_line);
  }
  .form,
  .asks {
    border-block-end: 1px solid var(--_line);
  }
  .asks {
    background: var(--_accent-weak);
    border-radius: 0;
  }
  .chosen {
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
    background: var(--_canvas);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  fieldset.stack {
    gap: calc(var(--_s) * 3);
  }
  legend.title {
    font-size: calc(var(--_rem) * 1.0667);
    padding-block-end: calc(var(--_s) * 1);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.5em, 1fr));
    gap: calc(var(--_s) * 3);
    align-items: start;
  }
  .grid.two {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .grid.two > :last-child {
    grid-column: 1 / -1;
  }
  .grid.answer {
    grid-template-columns: minmax(5em, 8em) minmax(0, 1fr);
    align-items: end;
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
    gap: calc(var(--_s) * 2);
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
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
  .ask {
    padding: calc(var(--_s) * 3);
    background: var(--_canvas);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  .notice,
  .more {
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
  }
`
