import { css } from 'lit'

/** Styles of the step with which a colleague takes cover. It loads later than the element that shows it. */
export const coverStepStyles = css`
  .cover-step {
    display: grid;
    gap: calc(var(--_s) * 3);
    padding-block-start: calc(var(--_s) * 3);
    border-block-start: 1px solid var(--_line);
  }
  .cover-step .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: calc(var(--_s) * 3);
  }
  .cover-step label {
    display: grid;
    gap: calc(var(--_s) * 1.5);
    align-content: start;
    font-weight: 600;
    min-inline-size: 0;
  }
  .cover-step select {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
    font: inherit;
    font-weight: 400;
    color: inherit;
    background: var(--visit-field-background, var(--_surface));
    border: 1px solid var(--visit-field-border, var(--_edge));
    border-radius: var(--visit-field-radius, calc(var(--_radius) * 0.8));
  }
  .cover-step select[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .cover-step .fault {
    color: var(--_danger);
    font-size: calc(var(--_rem) * 0.875);
    font-weight: 600;
  }
`
