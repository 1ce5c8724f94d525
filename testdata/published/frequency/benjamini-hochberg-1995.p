# Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57:289-300, p. 295: fifteen p values
# how many are at most .05 after each correction: the paper's four by its own procedure, three by Bonferroni's
# want BH 4
# want bonferroni 3
.0001 .0004 .0019 .0095 .0201 .0278 .0298 .0344 .0459 .3240 .4262 .5719 .6528 .7590 1
