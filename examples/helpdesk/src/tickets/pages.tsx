interface Properties {
  readonly meta: { readonly page: number; readonly totalPages: number; readonly totalElements: number };
  readonly onChange: (page: number) => void;
}

/** Shows which page of the list this is, and leads to the others. */
export function Pages({ meta: { page, totalPages, totalElements }, onChange }: Properties) {
  return (
    <nav aria-label="Pages">
      <button type="button" disabled={page === 0} onClick={() => onChange(page - 1)}>
        Previous
      </button>
      <span>
        Page {page + 1} of {Math.max(totalPages, 1)}, {totalElements} tickets
      </span>
      <button type="button" disabled={page + 1 >= totalPages} onClick={() => onChange(page + 1)}>
        Next
      </button>
    </nav>
  );
}
