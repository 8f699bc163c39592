import { css } from 'lit'

export const spokenDecisionStyles = css`
  .spoken-text .text {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_s) * 4);
    max-block-size: 24rem;
    overflow: auto;
    padding: calc(var(--_s) * 4);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_s) * 2);
  }
  .spoken-text .clause {
    font-size: var(--_rem);
  }
`
