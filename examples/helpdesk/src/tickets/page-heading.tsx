/** The heading of a page. It gets the focus, so that screen readers announce the new page. */
export function PageHeading({ children }: { readonly children: string }) {
  return (
    <h1 tabIndex={-1} ref={focus}>
      {children}
    </h1>
  );
}

function focus(heading: HTMLHeadingElement | null): void {
  heading?.focus();
}
