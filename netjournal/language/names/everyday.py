"""First names that are everyday English words too, and so count only with their capital (issue 2 §3).

Here is what a sentence about one's day may well hold in small letters. Grace, Jack, Ali or Wei are left out:
where they stand in small letters, a person is nearly always meant.
"""

from __future__ import annotations

# Flowers, stones, colours, weather, months, virtues, trades and what else children are named after.
_NAMESAKES = """
ace amber angel april archer art ash asia aspen august aurora autumn baker basil bay bear beau bell berry bill
birch bird blaze blessing bliss blossom blue bob bond booker brand brandy brick bridge brook buck bud buddy
bunny buzz candy carol case cash cat cedar chance chandler charity chase cherry chip christian chuck clay
clement cliff clover cole colt comfort constance cookie cooper coral courage crew cricket crystal curry daisy
dale dawn day deacon dean destiny diamond dick divine dolly don dot dove drew duke dusty earl early earnest
earth east echo eden ember essence eve ever evergreen faith falcon fare favor favour fawn fern finch fisher
fleet forest fortune fox frank freedom friday gale garland gay gene genesis gift ginger glad glen glory
goodness grant gray green grey grove guy hale happiness happy harmony haven hawk hazel heath heather heaven
herb hero hill holly honey honour hope hunt hunter ice indigo ink innocent iris isle ivory ivy jade jasmine
jasper jay jazz jersey jet jewel joy judge july june justice ken king kit knox lace lake lance land lane lark
laurel lavender leaf liberty light lily link lock long lot lotus love lucky lyric major maple march mark marsh
mason mat max may memory mercy merit merry miles mink misty monday moon moss mountain myrtle nan nick noble
north nova oak ocean olive opal page palmer pansy paris parker pat patience peace peaches pearl peg penny
pepper perry pet petal pierce pike piper poppy porter praise precious pride prince princess progress promise
prosper prudence queen rain rainbow raven ray red reed reef regal rich ridge river rob robin rock rocky rod
rook rose rosemary rosy rowan royal ruby rush rusty rye sage sailor sandy sapphire saturday scarlet scout
season september serenity shade shelly shepherd sienna silver sincere skip sky slate sol solace song sonny
sparrow spencer spring star stark sterling stone storm story sue summer sun sunday sunny tab tanner tate
taylor teal temple thankful thistle thursday topaz trace treasure trinity trip true truth tucker tuesday
turner twain unique unity van velvet victory vine viola violet wade walker ward wave wednesday west will
willow wing winter wisdom wolf wonder wonderful wood woody worth wren yarrow young
"""

# Names of other tongues that are short words of English.
_SHORT = """
ah aim an are at ban be bin bong bun but by can chai chin dang dip do dong duck dung fan fang far fin fun gal
gang gong ha ham hand hang has he hit hung ill in ion it jar kid lab lad lay lie mac main male man map mar me
mean men met min my nap no noon nor of oh ok om on one or our out pa pan pang par per pet pin ping pip pop pun
ran rang rap red rip rise rum run sad sake salt sang sat say sea see set she shy sin sing so son soon such
sung swan tad tan tap tea ten than the them then they thin thing this tin to ton tong top up urban us via wan
was way we wen wet wig win wish won woo yam yen yes yet yin you
"""

# What titles, months and weekdays are shortened to.
_SHORTENED = """
am apr aug dec dr etc feb fri jan jr jul jun mon mr mrs ms nov oct pm prof re sat sep sr st tue tv vs wed
"""

# With what a sentence goes on after a name, where one writes every word with a capital.
_VERY_COMMON = """
about after again all also always and another around ask asked back because before being between both brought
came come did discussed does during each every facetimed first for from gave gets great had has have helped
here how into joined just know later learned let like made many more most much needs never nice now often once
only over really said same saw says sent should since skyped some someone still talked tells than that their
then there these they things think told took very visited wants went were what whatsapped when where which
while who why with without would zoomed
"""
COMMON = frozenset(_VERY_COMMON.split())
_MONTHS = "january february march april may june july august september october november december"
_PARTICLES = "al bin da de del della den der di dos du el ibn la le ten ter van von zu"

EVERYDAY = frozenset((*_NAMESAKES.split(), *_SHORT.split(), *_SHORTENED.split(), *COMMON, *_MONTHS.split()))
_KIN = """
mum mom mam mama mamma mummy mommy mother dad daddy papa pop father gran granny grandma grandmother grandpa
granddad grandad grandfather auntie uncle
"""
KIN = frozenset(_KIN.split())
"""What one calls one's own, who are somebody else's after ``her`` or ``Ada's``."""

PARTICLES = frozenset(_PARTICLES.split())
"""Words in small letters within a surname."""
