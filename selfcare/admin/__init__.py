"""Plan templates and rules for editors and clinical reviewers. What people do with them is theirs: plans, activities,
drinks and diary entries are not registered at all, for no role."""

from selfcare.admin.foods import FoodIdeasAdmin
from selfcare.admin.rule_sets import RuleSetAdmin
from selfcare.admin.templates import PlanTemplateAdmin

__all__ = ["FoodIdeasAdmin", "PlanTemplateAdmin", "RuleSetAdmin"]
