import { css } from 'lit'

/** Directions and supply, on the pad and in an order set. */
export const prescriptionFieldsStyles = css`
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
  .grid.two > .route,
  .grid.two > :last-child {
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
`
