"""How notes are typed in plain text: labels at the heads of lines, the list they make, and the marks that call them."""
