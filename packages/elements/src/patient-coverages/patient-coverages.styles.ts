import { css } from 'lit'

export const patientCoveragesStyles = css`
  .coverage {
    padding-block-start: calc(var(--_s) * 4);
    border-block-start: 1px solid var(--_line);
  }
  .coverage h3 {
    font-size: inherit;
  }
  .coverage-form {
    padding: calc(var(--_s) * 4);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: calc(var(--_s) * 4);
    align-items: start;
  }
  .facts,
  .money {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(10em, 100%), 1fr));
    gap: calc(var(--_s) * 3) calc(var(--_s) * 4);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  .findings {
    display: grid;
    gap: calc(var(--_s) * 2);
  }
  summary {
    inline-size: fit-content;
    cursor: pointer;
    padding-block: calc(var(--_s) * 2);
  }
`
