import { css } from 'lit'

export const newVisitStyles = css`
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: calc(var(--_s) * 4);
    align-items: start;
  }
  .weekdays {
    gap: calc(var(--_s) * 2);
  }
  .rows .instead {
    inline-size: min(100%, 16em);
  }
  .rows .choice.plain {
    inline-size: auto;
  }
`
